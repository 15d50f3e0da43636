"""Claim cards: who, verb, words, day, and always a status."""

from __future__ import annotations

import pytest

from contested.model import ActorKind, CueClass, Link, Origin, Relation, Verification
from contested.questions.statuses import Standing
from contested.web.cards import CHIP_OF, CHIPS, KINDS, LONGEST, MOST_CHIPS, OWN_CUE, Around, chip, in_order, shortened
from contested.web.standings import CHIP_OF as CHIP_OF_STANDING
from tests.factories import entry

PARTIES = ("Kestria", "Ostvan")
CLAIM = entry("Kestria", agent="Kestria", words="The town is ours.", quote=True)
DENIAL = entry("Ostvan", agent="Kestria", cue=CueClass.DENY, negative=True, words="That is not so.")
AGAIN = entry("Kestria", agent="Kestria", words="The town is ours, again.", outlet="Sarrat Post", day="2025-11-21")
MONITOR = entry("Meridian Monitor", agent="Kestria", kind=ActorKind.MONITOR, words="Kestria took it.")


def link(a: object, relation: Relation, b: object) -> Link:
    """Return a link between two entries."""
    return Link(a=a.claim.id, b=b.claim.id, relation=relation, score=1, reason="")  # type: ignore[attr-defined]


def texts(around: Around, who: object) -> list[str]:
    """Return the words of a claim's chips."""
    return [each.text for each in around.chips(who)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ([], ["Not independently confirmed"]),
        ([link(DENIAL, Relation.DENIES, CLAIM)], ["Denied by Ostvan"]),
        ([link(CLAIM, Relation.CONTRADICTS, DENIAL)], ["Contradicted by Ostvan"]),
        ([link(AGAIN, Relation.RETRACTS, CLAIM)], ["Withdrawn by Kestria on 21 Nov"]),
        ([link(AGAIN, Relation.UPDATES, CLAIM)], ["Not independently confirmed", "Updated by Kestria on 21 Nov"]),
        ([link(CLAIM, Relation.SAME, AGAIN)], ["Not independently confirmed"]),
        ([link(MONITOR, Relation.SUPPORTS, CLAIM)], ["also said by another origin"]),
    ],
)
def test_a_claim_is_never_bare(links: list[Link], expected: list[str]) -> None:
    """Every claim has a status, and a side that repeats itself confirms nothing."""
    assert texts(Around([CLAIM, DENIAL, AGAIN, MONITOR], links, [], PARTIES), CLAIM) == expected


def test_a_denial_says_what_it_answers() -> None:
    """The denial carries both its own chip and a link to the claim."""
    around = Around([CLAIM, DENIAL], [link(DENIAL, Relation.DENIES, CLAIM)], [], PARTIES)
    assert texts(around, DENIAL) == ["Denial", "Not independently confirmed", "answers Kestria, 20 Nov"]
    assert around.chips(DENIAL)[2].address == f"/claim/{CLAIM.claim.id}"


@pytest.mark.parametrize("key", [*CHIP_OF.values(), *OWN_CUE.values(), *CHIP_OF_STANDING.values()])
def test_every_status_has_words_and_kind(key: str) -> None:
    """Each link, cue and standing that puts a chip on a claim has its pattern."""
    assert chip(key, who="Ostvan", day="2025-11-20", n=2).text
    assert CHIPS[key]["kind"] in KINDS


@pytest.mark.parametrize("member", [v for v in Verification if v not in (Verification.NONE, Verification.UNKNOWN)])
def test_every_verification_has_a_chip(member: Verification) -> None:
    """What a report says of verification is told as the report's word."""
    assert "report says" in chip(member.value).text


def test_every_standing_is_shown() -> None:
    """No status of the ledger is without a chip of its own or one that depends on a number."""
    numbered = {Standing.ALSO_SAID, Standing.VERIFIED, Standing.UNVERIFIED}
    assert set(CHIP_OF_STANDING) | numbered == set(Standing)


def test_weightiest_chips_first() -> None:
    """A list shows three chips, denials before all others."""
    chips = in_order([chip("also_said", n=2), chip("unnamed"), chip("denied_by", who="Ostvan"), chip("unnamed")])
    assert [each.kind for each in chips] == ["strong", "dash", "plain"]
    card = Around([CLAIM, DENIAL], [link(DENIAL, Relation.DENIES, CLAIM)], [], PARTIES).card(CLAIM, "2025-11-22")
    assert 1 <= len(card.shown()) <= MOST_CHIPS


def test_a_card_tells_who_and_how_old() -> None:
    """Quoted words are the source's own; the age counts from the day of the page."""
    card = Around([CLAIM], [], [], PARTIES).card(CLAIM, "2025-11-22")
    assert (card.who, card.verb, card.quoted, card.age, card.side, card.party_index) == (
        "Kestria", "said", True, "2 days ago", "Kestria", 0,
    )  # fmt: skip


def test_copies_are_counted_apart() -> None:
    """Copies never add to origins."""
    copy = entry("Kestria", agent="Kestria", words="The town is ours.", outlet="Sarrat Post", day="2025-11-21")
    origin = Origin(id="o1", documents=(), claims=(CLAIM.claim.id, copy.claim.id))
    card = Around([CLAIM, copy], [], [origin], PARTIES).card(CLAIM, "2025-11-22")
    assert (card.copies_words, card.origin) == ("1 origin, 1 copy", "/origin/o1")


def test_an_unnamed_source_has_no_side() -> None:
    """It is said to whom the unnamed source spoke."""
    unnamed = entry("military sources", agent="Kestria", party="unknown", kind=ActorKind.ANONYMOUS)
    card = Around([unnamed], [], [], PARTIES).card(unnamed, "2025-11-22")
    assert card.verb == "said, to Northline News"
    assert card.party_index is None
    assert "unnamed source, side not known" in [each.text for each in card.chips]


def test_swapping_the_parties_swaps_only_their_places() -> None:
    """The same claim, with the pack's order turned round."""
    near = [Around([CLAIM, DENIAL], [link(DENIAL, Relation.DENIES, CLAIM)], [], p) for p in (PARTIES, PARTIES[::-1])]
    one, other = (each.card(CLAIM, "2025-11-22") for each in near)
    assert (one.party_index, other.party_index) == (0, 1)
    assert one.chips == other.chips


def test_long_words_are_cut_at_a_word() -> None:
    """A line of 100 kB does not fill the page."""
    assert len(shortened("word " * 20_000)) <= LONGEST + 2
