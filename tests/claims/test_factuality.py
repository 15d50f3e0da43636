"""Factuality of events: invented sentences, the event's word, and how it should stand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contested.claims.factuality import event_factuality, factuality_score
from contested.model import Certainty, Document, Modality, Polarity, Tense
from contested.pipeline import extract
from tests.claims.sentences import read, word

# sentence, event word, polarity, certainty (one of those named), modality (one of those named)
EVENTS = [
    # plain assertion
    ("The army captured the village on Monday.", "captured", "+", "CT", "actual"),
    ("Rebels have entered the northern suburbs.", "entered", "+", "CT", "actual"),
    ("Fighting continues near the dam.", "continues", "+", "CT", "actual"),
    ("The garrison is holding the ridge.", "holding", "+", "CT", "actual"),
    # negation
    ("The army did not capture the village.", "capture", "-", "CT", "actual"),
    ("The column never reached the bridge.", "reached", "-", "CT", "actual"),
    ("The town has not fallen.", "fallen", "-", "CT", "actual"),
    ("Nobody was killed in the raid.", "killed", "-", "CT", "actual"),
    ("No soldiers were wounded.", "wounded", "-", "CT", "actual"),
    ("None of the missiles hit the port.", "hit", "-", "CT", "actual"),
    ("Neither side advanced.", "advanced", "-", "CT", "actual"),
    ("The brigade took no prisoners.", "took", "-", "CT", "actual"),
    ("The militia no longer controls the airport.", "controls", "-", "CT", "actual"),
    ("Troops left the town without firing a shot.", "firing", "-", "CT", "actual"),
    ("The unit did not enter or shell the town.", "shell", "-", "CT", "actual"),
    ("They withdrew instead of attacking.", "attacking", "-", "CT", "actual"),
    ("They hardly advanced.", "advanced", "-", "PR PS", "actual"),
    ("There was no attack on the convoy.", "attack", "-", "CT", "actual"),
    ("There is no sign of a withdrawal.", "withdrawal", "-", "CT PR PS U", "actual"),
    ("Not only did they shell the market, they burnt the school.", "shell", "+", "CT", "actual"),
    # modals
    ("The town may fall within days.", "fall", "+", "PS", "possible"),
    ("The town might fall within days.", "fall", "+", "PS", "possible"),
    ("The rebels could encircle the garrison.", "encircle", "+", "PS", "possible"),
    ("The army will withdraw tomorrow.", "withdraw", "+", "CT PR", "planned"),
    ("The army would withdraw its guns.", "withdraw", "+", "PR PS", "possible"),
    ("The troops must leave the valley.", "leave", "+", "PR PS", "planned"),
    ("The troops should leave the valley.", "leave", "+", "PS", "planned"),
    ("The army will not withdraw.", "withdraw", "-", "CT", "planned"),
    ("The rebels could not take the hill.", "take", "-", "CT", "possible actual"),
    ("The town may not fall.", "fall", "-", "PS", "possible"),
    ("Without the supplies the town would have fallen.", "fallen", "-", "PS U PR", "conditional possible"),
    ("The guards should have closed the gate.", "closed", "-", "PS U PR", "conditional planned"),
    # hedging adverbs and adjectives
    ("The rebels reportedly captured the bridge.", "captured", "+", "PR", "actual"),
    ("The rebels allegedly burnt the village.", "burnt", "+", "PR", "actual"),
    ("The rebels probably hold the bridge.", "hold", "+", "PR", "possible"),
    ("The rebels have possibly left the bridge.", "left", "+", "PS", "possible"),
    ("The rebels almost reached the bridge.", "reached", "-", "PS PR", "actual"),
    ("Survivors described the alleged massacre.", "massacre", "+", "PS PR", "actual"),
    ("The planned offensive worries the allies.", "offensive", "+", "PS PR", "planned"),
    ("The failed attack cost them forty men.", "attack", "-", "PS U", "attempted"),
    ("A possible withdrawal was discussed.", "withdrawal", "+", "PS U", "possible"),
    # implicatives
    ("The rebels managed to cross the river.", "cross", "+", "CT", "actual"),
    ("The rebels did not manage to cross the river.", "cross", "-", "CT", "actual"),
    ("The rebels failed to cross the river.", "cross", "-", "CT", "actual"),
    ("The rebels did not fail to cross the river.", "cross", "+", "CT", "actual"),
    ("The garrison refused to surrender.", "surrender", "-", "CT", "actual"),
    ("The commander forgot to mine the road.", "mine", "-", "CT", "actual"),
    ("The convoy avoided entering the city.", "entering", "-", "CT", "actual"),
    ("The shelling forced families to flee.", "flee", "+", "CT", "actual"),
    ("The minefield prevented the brigade from advancing.", "advancing", "-", "CT PR", "actual"),
    ("The army began to withdraw.", "withdraw", "+", "CT", "actual"),
    ("The troops continued shelling the market.", "shelling", "+", "CT", "actual"),
    ("The brigade was unable to hold the hill.", "hold", "-", "CT", "actual"),
    ("The brigade was able to hold the hill.", "hold", "+", "PR PS", "possible"),
    # factives
    ("The general knows that the town has fallen.", "fallen", "+", "CT", "actual"),
    ("The general does not know that the town has fallen.", "fallen", "+", "CT", "actual"),
    ("The minister regretted that the hospital was hit.", "hit", "+", "CT", "actual"),
    ("The council condemned the attack.", "attack", "+", "CT", "actual"),
    ("Residents realised that the soldiers had left.", "left", "+", "CT", "actual"),
    # attempts
    ("The rebels are trying to take the hill.", "take", "+", "PS PR", "attempted"),
    ("The rebels attempted to land near the port.", "land", "+", "PS PR", "attempted"),
    ("Their attempt to take the hill lasted a week.", "take", "+", "PS PR", "attempted"),
    # plans, wishes, orders, promises
    ("The army plans to attack the port.", "attack", "+", "PS PR", "planned"),
    ("The army wants to take the port.", "take", "+", "PS U", "planned"),
    ("The president ordered troops to leave the town.", "leave", "+", "PS PR", "planned"),
    ("The two sides agreed to exchange prisoners.", "exchange", "+", "PR", "planned"),
    ("The ministry promised to rebuild the school.", "rebuild", "+", "PR PS", "planned"),
    ("The council called for a ceasefire.", "ceasefire", "+", "PS", "planned"),
    ("The rebels threatened to shell the airport.", "shell", "+", "PR PS", "planned"),
    ("They sent two battalions to relieve the garrison.", "relieve", "+", "PS PR", "planned"),
    ("The army does not plan to attack the port.", "attack", "-", "PS PR", "planned"),
    ("Withdraw your troops from the valley.", "Withdraw", "+", "U PS", "planned"),
    # opinions and expectations
    ("Analysts believe that the town has fallen.", "fallen", "+", "PR", "possible"),
    ("Officers suspect that the bridge was mined.", "mined", "+", "PR", "possible"),
    ("Officials expect the rebels to attack.", "attack", "+", "PR", "possible"),
    ("It is likely that the rebels will attack.", "attack", "+", "PR", "possible planned"),
    ("It is unlikely that the garrison will surrender.", "surrender", "-", "PS PR", "possible planned"),
    ("It is possible that the bridge was mined.", "mined", "+", "PS", "possible"),
    ("It is false that the town has fallen.", "fallen", "-", "CT PR", "actual"),
    ("It is not true that the town has fallen.", "fallen", "-", "U PS PR CT", "actual"),
    ("The town is likely to fall.", "fall", "+", "PR", "possible"),
    ("The garrison is unlikely to surrender.", "surrender", "-", "PS PR", "possible"),
    # nouns above
    ("The town faces the threat of encirclement.", "encirclement", "+", "PS", "possible"),
    ("The risk of an attack has grown.", "attack", "+", "PS", "possible"),
    ("Talks ended with a promise of withdrawal.", "withdrawal", "+", "PR PS", "planned"),
    ("The lack of reinforcements cost them the hill.", "reinforcements", "-", "CT PR", "actual"),
    ("The failure to evacuate civilians caused outrage.", "evacuate", "-", "CT", "actual"),
    ("The air defences prevented an attack on the port.", "attack", "-", "CT PR", "actual"),
    ("Militants launched an attack on the base.", "attack", "+", "CT", "actual"),
    ("The army carried out air strikes on the ridge.", "strikes", "+", "CT", "actual"),
    ("The general ruled out a retreat.", "retreat", "-", "CT PR", "actual"),
    # conditions
    ("If the bridge falls, the garrison will surrender.", "falls", "+", "PS U", "conditional"),
    ("If the bridge falls, the garrison will surrender.", "surrender", "+", "PR PS", "conditional"),
    ("Unless supplies arrive, the town will starve.", "arrive", "+", "PS U", "conditional"),
    ("Should the bridge fall, the town will starve.", "starve", "+", "PR PS", "conditional"),
    # saying: the author's view
    ("The governor said that the bridge was destroyed.", "destroyed", "+", "CT", "actual"),
    ("The governor claimed that the bridge was destroyed.", "destroyed", "+", "PR CT", "actual"),
    ("The governor denied that the bridge was destroyed.", "destroyed", "-", "PR PS", "actual"),
    ("Reporters asked whether the bridge was destroyed.", "destroyed", "+", "U PS", "possible"),
    ("The rebels pretended to leave the town.", "leave", "-", "CT", "actual"),
    # what a supposing verb says of its subject
    ("The fall of the town would open the road.", "fall", "+", "PR PS", "possible"),
    ("Its fall, analysts warn, would open the road.", "fall", "+", "PR PS", "possible"),
    ("The fall of the town opened the road.", "fall", "+", "CT", "actual"),
    # habits
    ("The militia usually attacks at night.", "attacks", "+", "CT", "generic"),
    # clauses beside
    ("The convoy that crossed the border carried food.", "crossed", "+", "CT", "actual"),
    ("After the rebels seized the mill, the army shelled it.", "seized", "+", "CT", "actual"),
    ("The army withdrew because its supplies ran out.", "ran", "+", "CT", "actual"),
]


@pytest.mark.parametrize(("sentence", "form", "polarity", "certainty", "modality"), EVENTS)
def test_an_event_stands_as_its_sentence_says(
    sentence: str, form: str, polarity: str, certainty: str, modality: str
) -> None:
    """Polarity, certainty and world of an event follow from the words above it."""
    reading = read(sentence)
    found = event_factuality(reading, word(reading, form))
    assert found.polarity is (Polarity.POSITIVE if polarity == "+" else Polarity.NEGATIVE)
    assert found.certainty in [Certainty(grade) for grade in certainty.split()]
    assert found.modality in [Modality(world) for world in modality.split()]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kordofan Watch found no confirmation that the city is encircled.",
        "Kordofan Watch has found no evidence that the city is encircled.",
        "The mission found no sign that the city is encircled.",
        "There is no confirmation that the city is encircled.",
    ],
)
def test_who_finds_no_confirmation_takes_no_stand(sentence: str) -> None:
    """A source that finds nothing to confirm an event neither asserts nor denies it."""
    (claim,) = extract(Document(id="test", path="test", sha256="", outlet="The Test", text=sentence)).claims
    assert claim.certainty is Certainty.UNKNOWN


def test_a_planned_event_lies_ahead() -> None:
    """What was planned in the past had not happened then: it is no past event."""
    reading = read("The army planned to attack the port.")
    assert event_factuality(reading, word(reading, "attack")).tense is Tense.FUTURE


SCORES = [
    ("The army captured the village.", "captured", 2.9, 3.0),
    ("The army did not capture the village.", "capture", -2.5, -1.5),
    ("The town may fall.", "fall", 0.8, 1.6),
    ("The army will attack.", "attack", 2.0, 2.8),
    ("The army wants to take the port.", "take", 0.0, 1.2),
]


@pytest.mark.parametrize(("sentence", "form", "low", "high"), SCORES)
def test_scores_lie_on_the_scale_of_readers(sentence: str, form: str, low: float, high: float) -> None:
    """The score is high for what is so, low for what is open, negative for what is not so."""
    assert low <= factuality_score(word(read(sentence), form)) <= high


def test_intentions_in_personal_talk_score_as_not_done() -> None:
    """ "I will call you" is an intention, "the bank will call the loan" a forecast."""
    mine = factuality_score(word(read("I will call you tomorrow."), "call"))
    theirs = factuality_score(word(read("The bank will call the loan."), "call"))
    assert mine < 0 < theirs


@settings(deadline=None, max_examples=30)
@given(st.sampled_from(["took", "lost", "shelled", "entered", "left"]), st.sampled_from(["Osk", "Brel", "Venna"]))
def test_negation_turns_every_plain_event(verb: str, place: str) -> None:
    """For any verb and place, "never" changes the polarity and nothing else."""
    plain = event_factuality(reading := read(f"The army {verb} {place}."), word(reading, verb))
    never = event_factuality(reading := read(f"The army never {verb} {place}."), word(reading, verb))
    assert (plain.polarity, never.polarity) == (Polarity.POSITIVE, Polarity.NEGATIVE)
    assert (plain.certainty, plain.modality, plain.tense) == (never.certainty, never.modality, never.tense)
