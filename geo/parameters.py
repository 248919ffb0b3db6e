"""The four numbers of the rule, each with its reason. docs/method.md says how little the map moves if they vary."""

# Sentences 10, 11 and 20: how far apart two reports may lie and still speak of about the same time. Most reports of
# the battle came out on the day of the event or the day after; an answer to a claim follows within two.
SAME_TIME_DAYS = 2

# Sentence 20: how long a report of fighting inside a place keeps it contested. Nobody reports the end of a fight that
# merely dies down, and a neighbourhood seldom stood in the news for longer without a word about who held it.
FIGHTING_DAYS = 3

# Sentence 21: how long an objection that nobody repeats stands. A week is longer than any gap between two reports on
# one place in the hot weeks of the battle; a shorter one would drop objections merely because it was a busy day.
SILENCE_DAYS = 7

# Sentence 24: how old the starting position may grow before a place that rests on it alone counts only in the upper
# figure of the shares. The first changes are reported ten to thirteen days after 15 November.
BASELINE_DAYS = 14
