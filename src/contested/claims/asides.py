"""Asides: "…, the ministry said.", "The loss, analysts warn, would …", "as residents put it".

These are read off the words and commas rather than the tree, since a small parser gives a long
sentence with an inserted speaker a new shape each time.
"""

from __future__ import annotations

from contested.claims.finding import child
from contested.parse import Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
COMMAS = frozenset({",", "—", "–", "--"})
FINAL = frozenset({".", "!", "?", ";", ":", "”", '"', "''", "’", ")"})
CLOSED = frozenset({'"', "”", "''", "’", "'"})
LONGEST = 22
"""Words that an inserted speaker may have: "Maj. Iryna Orel, a spokeswoman for the 5th Brigade, said"."""


def sentence_of(token: Token) -> list[Token]:
    """Return all tokens of a token's sentence, in text order."""
    root = token
    while not root.is_root:
        root = root.head
    return root.subtree()


def around_aside(verb: Token) -> list[Token] | None:
    """Return the words that an inserted speaker is inserted into, or None if this is no aside.

    "The bridge, the army said, was blown up on Monday." → "The bridge … was blown up on Monday"
    """
    if verb.tag not in FINITE and not _has_finite_aux(verb):
        return None
    sentence = sentence_of(verb)
    at = next(i for i, token in enumerate(sentence) if token is verb)
    left = _left_edge(sentence, at, verb)
    if left is None:
        return None
    right = _right_edge(sentence, at)
    inside = sentence[left + 1 : right]
    if right - left > LONGEST or not _is_speaker_and_verb(inside, verb):
        return None
    before = sentence[: left + 1] if sentence[left].text in CLOSED else sentence[:left]
    after = sentence[right + 1 :] if right < len(sentence) and sentence[right].text in COMMAS else []
    if after and after[0].tag == "VBG":
        after = []  # ", adding that …": a statement of its own
    if not _is_clause([*before, *after]) or _is_setting([*before, *after]):
        return None
    return [*before, *after]


def around_last_words(verb: Token) -> tuple[list[Token], list[Token]] | None:
    """Return content and speaker where the cue ends a sentence that lost its comma.

    "Six people were killed the ministry said" → "Six people were killed" and "the ministry"
    """
    sentence = sentence_of(verb)
    behind = [token for token in _without_further_saying(sentence, verb) if token.pos != "PUNCT"]
    if not (verb.tag in FINITE or _has_finite_aux(verb)) or not all(
        is_time(token) or token.dep in ("prep", "pobj", "det", "advmod") for token in behind
    ):
        return None
    speaker = speaker_behind_comma(sentence, verb) or speaker_before(sentence, verb)
    content = [token for token in sentence if speaker and token.i < speaker[0].i]
    if (
        not speaker
        or len(content) < 4
        or not _is_clause(content)
        or _is_setting(content)
        or content[-1].pos in ("ADP", "SCONJ", "CCONJ", "AUX")
    ):
        return None
    return content, speaker


def around_first_words(verb: Token) -> tuple[list[Token], list[Token]] | None:
    """Return content and speaker where a long speaker was taken for what is said.

    "Ivan Orel, spokesman of a force loyal to the coalition, said troops had entered" → "troops had
    entered" and the words up to the last comma.
    """
    sentence = sentence_of(verb)
    before = [token for token in sentence if token.i < verb.i]
    behind = [token for token in sentence if token.i > verb.i]
    if not before or before[-1].text not in COMMAS or any(token.tag in FINITE for token in before):
        return None
    if len(before) > LONGEST or before[0].pos in ("ADP", "SCONJ", "CCONJ", "ADV") or not _is_clause(behind):
        return None
    speaker = before[:-1]
    return (behind, speaker) if any(token.pos in ("NOUN", "PROPN") for token in speaker) else None


def _without_further_saying(sentence: list[Token], verb: Token) -> list[Token]:
    """Return what follows a verb, up to what is added: ", calling it a lie", ", in a setback for"."""
    behind = [token for token in sentence if token.i > verb.i]
    for i, token in enumerate(behind[:-1]):
        if token.text in COMMAS and (behind[i + 1].tag == "VBG" or behind[i + 1].pos == "ADP"):
            return behind[:i]
    return behind


def speaker_behind_comma(sentence: list[Token], verb: Token) -> list[Token]:
    """Return the noun phrase between the last comma and a verb, with the title before a bare name.

    "…, the war's main observatory said", "…, the country's president, Ann Alder, has announced".
    """
    before = [token for token in sentence if token.i < verb.i]
    while before and (before[-1].pos in ("AUX", "ADV", "PART") or before[-1].text in COMMAS):
        before.pop()
    parts: list[list[Token]] = [[]]
    for token in before:
        if token.text in COMMAS:
            parts.append([])
        else:
            parts[-1].append(token)
    if len(parts) < 2 or not _could_speak(parts[-1]):
        return []
    name = parts[-1]
    other = parts[-2]
    while other and not other[0].text[0].isalnum():
        other = other[1:]
    title_and_name = len(parts) > 2 and _is_name(name) and _could_speak(other)
    if title_and_name or (_is_name(other) and name[0].pos == "NOUN"):  # or name and title: "Ann Alder, spokesman of X"
        name = [token for token in before if token.i >= other[0].i]
    return name


def _is_name(part: list[Token]) -> bool:
    return 1 < len(part) < 5 and all(token.pos == "PROPN" for token in part)


def _could_speak(part: list[Token]) -> bool:
    """Whether a stretch between commas is a noun phrase and not a clause or a place."""
    if not part or len(part) > LONGEST or part[0].pos in ("ADP", "SCONJ", "CCONJ", "VERB"):
        return False
    if any(token.tag in FINITE and not _in_relative(token) for token in part):
        return False
    return part[-1].pos in ("NOUN", "PROPN", "PRON")


def speaker_before(sentence: list[Token], verb: Token) -> list[Token]:
    """Return the noun phrase that stands right before a verb, up to its article."""
    found: list[Token] = []
    for token in reversed([t for t in sentence if t.i < verb.i]):
        if token.pos in ("AUX", "ADV", "PART") and not found:
            continue
        if token.pos == "DET" and found:
            return _with_partner(sentence, [token, *found])
        if token.pos == "PRON" and not found and token.tag == "PRP":
            return [token]
        if token.pos not in ("NOUN", "PROPN", "ADJ", "NUM") and token.tag not in ("POS", "PRP$", "HYPH"):
            break
        found.insert(0, token)
    return found if any(token.pos in ("NOUN", "PROPN") for token in found) else []


def _with_partner(sentence: list[Token], found: list[Token]) -> list[Token]:
    """Return the phrase with the one that "and" joins to it: "activists and the army"."""
    before = [t for t in sentence if t.i < found[0].i]
    if len(before) < 2 or before[-1].lower not in ("and", "or") or before[-2].pos not in ("NOUN", "PROPN"):
        return found
    partner = [before[-1]]
    for token in reversed(before[:-1]):
        if token.pos not in ("NOUN", "PROPN", "ADJ"):
            break
        partner.insert(0, token)
    return [*partner, *found]


def is_time(token: Token) -> bool:
    """Whether a word names a day."""
    return token.dep == "npadvmod" or token.tag == "NNP"


def _has_finite_aux(verb: Token) -> bool:
    return any(item.tag in FINITE for item in verb.children if item.dep in ("aux", "auxpass"))


def _left_edge(sentence: list[Token], at: int, verb: Token) -> int | None:
    """Return the comma before the speaker, or before the verb where the speaker follows it."""
    first = at
    subject = child(verb, "nsubj")
    if subject is not None and subject.i < verb.i:
        first = next(i for i, token in enumerate(sentence) if token.i == subject.subtree()[0].i)
    for item in verb.children:
        if item.i < verb.i and item.dep in ("aux", "auxpass", "neg", "advmod"):
            first = min(first, next(i for i, token in enumerate(sentence) if token is item))
    if first > 2 and sentence[first - 1].text in CLOSED and sentence[first - 2].text in COMMAS:
        return first - 1  # the comma stands inside the quotation: '"… the eastern Nile," he said'
    return first - 1 if first > 1 and sentence[first - 1].text in COMMAS else None


def _right_edge(sentence: list[Token], at: int) -> int:
    """Return where the aside ends: the next comma with a clause behind it, or the sentence's end."""
    end = len(sentence)
    while end > at + 1 and sentence[end - 1].text in FINAL:
        end -= 1
    for i in range(at + 1, end):
        if sentence[i].text in COMMAS and any(t.tag in FINITE and not _in_relative(t) for t in sentence[i + 1 : end]):
            return i
    return end


def _in_relative(token: Token) -> bool:
    return token.dep == "relcl" or any(up.dep == "relcl" for up in token.ancestors())


def _is_speaker_and_verb(inside: list[Token], verb: Token) -> bool:
    """Whether the aside holds nothing that is said: no second verb, no object, no "that"."""
    for token in inside:
        if token is verb:
            continue
        if (
            token.tag in FINITE
            and token.head is not verb
            and not _in_relative(token)
            and token.dep not in ("aux", "auxpass")
        ):
            return False
        if token.i > verb.i and token.head is verb and token.dep in ("dobj", "ccomp", "xcomp", "mark"):
            return False
        if token.i == verb.i + 1 and token.lower in ("that", "to", "of"):
            return False
    return any(token.pos in ("NOUN", "PROPN", "PRON") and token.tag != "PRP$" for token in inside)


def _is_clause(tokens: list[Token]) -> bool:
    return any(token.tag in FINITE for token in tokens) and len([t for t in tokens if t.pos != "PUNCT"]) >= 3


def _is_setting(tokens: list[Token]) -> bool:
    """Whether words are only the clause that another hangs on: "If the town falls, troops could threaten …"."""
    inside = {token.i for token in tokens}
    top = next((token for token in tokens if token.is_root or token.head.i not in inside), None)
    first = next((token for token in tokens if token.pos != "PUNCT"), None)
    return top is not None and first is not None and top.dep == "advcl" and first.head is top and _opens_clause(first)


def _opens_clause(token: Token) -> bool:
    return token.dep == "mark" or token.lower in {"when", "once", "until"}


def around_as_clause(verb: Token) -> list[Token] | None:
    """Return the clause that "as analysts warn" hangs on, without it."""
    if verb.dep != "advcl" or child(verb, "ccomp", "xcomp") is not None:
        return None
    if (said := child(verb, "dobj")) is not None and said.lower != "it":
        return None
    if not any(item.dep in ("mark", "advmod") and item.lower == "as" for item in verb.children):
        return None
    barred = {token.i for token in verb.subtree()}
    return [token for token in verb.head.subtree() if token.i not in barred]
