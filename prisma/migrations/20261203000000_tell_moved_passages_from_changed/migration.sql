-- Moves of passages were stored as changes until they got a kind of their own. Which of the old changes were moves is not
-- stored: all count as such, so that no passage is brought back under another one that has moved to its words.
UPDATE "Event" SET kind = 'passage.reselected' WHERE kind = 'passage.changed';
