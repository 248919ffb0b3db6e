"""What the page draws. Only this package and app.py know Streamlit and folium."""
