"""What plain sentences of any war say about control: type, bearing, whose, whether so, where."""

# ruff: noqa: E501  one row a sentence
from __future__ import annotations

from functools import cache

import pytest

from contested import packs, pipeline
from contested.model import Document, Event
from contested.reading import Reading

UA, SD, CD, ML, SY, YE, MM = "russia-ukraine", "sudan", "dr-congo", "mali", "syria", "yemen", "myanmar"


@cache
def read(text: str, pack: str) -> Reading:
    """Return the full reading of a text."""
    document = Document(
        id="d", path="-", sha256="", outlet="Test Gazette", text=text, language="en", published="2025-11-20"
    )
    return pipeline.read_through(pipeline.start(document, [packs.load(pack)]))


SENTENCES = [
    # pack, sentence, speaker's party, type, bearing, whose, polarity, modality, place, part
    # ------------------------------------------------------------ holding
    (UA, "Russia says it controls all of Siversk.", "Russia", "control.hold", "hold", "Russia", "positive", "actual", "Siversk", None),
    (UA, "Moscow said its forces now control the whole of Toretsk.", "Russia", "control.hold", "hold", "Russia", "positive", "actual", "Toretsk", None),
    (UA, "Ukrainian troops hold Lyman, the Ukrainian General Staff said.", "Ukraine", "control.hold", "hold", "Ukraine", "positive", "actual", "Lyman", None),
    (UA, "Ukrainian troops continue to hold Myrnohrad, the Ukrainian General Staff said.", "Ukraine", "control.hold", "hold", "Ukraine", "positive", "actual", "Myrnohrad", None),
    (UA, "Russia's Defence Ministry said Russian troops hold Kupiansk.", "Russia", "control.hold", "hold", "Russia", "positive", "actual", "Kupiansk", None),
    (UA, "The Ukrainian army said its troops hold the southern part of Vovchansk.", "Ukraine", "control.hold", "partly_hold", "Ukraine", "positive", "actual", "Vovchansk", "southern part"),
    (UA, "Kyiv said Ukrainian troops still held the southern part of the city of Pokrovsk.", "Ukraine", "control.hold", "partly_hold", "Ukraine", "positive", "actual", "Pokrovsk", "southern part"),
    (UA, "Lyman remains under our control, the Ukrainian brigade said.", "Ukraine", "control.hold", "hold", "Ukraine", "positive", "actual", "Lyman", None),
    (UA, "“The town of Siversk is under our control,” a Ukrainian army spokesman said.", "Ukraine", "control.hold", "hold", "Ukraine", "positive", "actual", "Siversk", None),
    (UA, "Volchansk is entirely under the control of Russian forces, the Russian Defence Ministry said.", "Russia", "control.hold", "hold", "Russia", "positive", "actual", None, None),
    (UA, "Ukraine denied that Russia controls Siversk.", "Ukraine", "control.hold", "hold", "Russia", "negative", "actual", "Siversk", None),
    (UA, "Kupiansk is still ours, a Ukrainian brigade said.", "Ukraine", "control.hold", "hold", "Ukraine", "positive", "actual", "Kupiansk", None),
    (SD, "The RSF said it still controls Babanusa.", "RSF", "control.hold", "hold", "RSF", "positive", "actual", "Babanusa", None),
    (SD, "The Sudanese army said it was in full control of Umm Ruwaba.", "SAF", "control.hold", "hold", "SAF", "positive", "actual", "Umm Ruwaba", None),
    (SD, "Babanusa is in the hands of the RSF, residents said.", "none", "control.hold", "hold", "RSF", "positive", "actual", "Babanusa", None),
    (SD, "The RSF said its fighters were still inside Kadugli.", "RSF", "control.hold|control.infiltrate", "hold|enter", "RSF", "positive", "actual", "Kadugli", None),
    (SD, "The Sudanese army no longer controls Nyala, residents said.", "none", "control.hold", "hold", "SAF", "negative", "actual", "Nyala", None),
    (SD, "The Sudanese army said its troops remained in the western districts of Omdurman.", "SAF", "control.hold", "partly_hold", "SAF", "positive", "actual", "Omdurman", "western districts"),
    (CD, "M23 said it remained in control of Masisi.", "M23", "control.hold", "hold", "M23", "positive", "actual", "Masisi", None),
    (CD, "Walikale is under the control of the Congolese army, a resident said.", "none", "control.hold", "hold", "DRC", "positive", "actual", "Walikale", None),
    (CD, "Residents said M23 rebels were in control of the northern part of Sake.", "none", "control.hold", "partly_hold", "M23", "positive", "actual", None, "northern part"),
    (ML, "The Malian army said it had full control of Kidal.", "Mali", "control.hold", "hold", "Mali", "positive", "actual", "Kidal", None),
    (ML, "JNIM denied that the Malian army held Farabougou.", "JNIM", "control.hold", "hold", "Mali", "negative", "actual", "Farabougou", None),
    (SY, "Rebels said they controlled most of Aleppo.", "Syrian opposition", "control.hold", "partly_hold", "Syrian opposition", "positive", "actual", "Aleppo", None),
    (SY, "The Syrian army said Hama was fully under its control.", "Syrian government", "control.hold", "hold", "Syrian government", "positive", "actual", "Hama", None),
    (YE, "The Houthis said Hodeidah remained firmly in their hands.", "Houthis", "control.hold", "hold", "Houthis", "positive", "actual", "Hodeidah", None),
    # ------------------------------------------------------------ gains
    (UA, "Russia claimed full control of Siversk.", "Russia", "control.hold|control.gain", "hold|gain", "Russia", "positive", "actual", "Siversk", None),
    (UA, "Moscow said it had captured Myrnohrad.", "Russia", "control.gain", "gain", "Russia", "positive", "actual", "Myrnohrad", None),
    (UA, "Myrnohrad has been captured, the Russian Defence Ministry said.", "Russia", "control.gain", "gain", "Russia|unknown", "positive", "actual", "Myrnohrad", None),
    (UA, "Lyman has passed under Russian control, the Russian Defence Ministry said.", "Russia", "control.gain", "gain", "Russia", "positive", "actual", "Lyman", None),
    (UA, "The Ukrainian army said it had recaptured the village of Terny.", "Ukraine", "control.gain", "gain", "Ukraine", "positive", "actual", "Terny", None),
    (UA, "The Russian army completed the capture of Toretsk, Moscow said.", "Russia", "control.gain", "gain", "Russia", "positive", "actual", "Toretsk", None),
    (UA, "Kyiv denied that Lyman had been captured.", "Ukraine", "control.gain", "gain", "Russia", "negative", "actual", "Lyman", None),
    (UA, "Kyiv denied losing Lyman.", "Ukraine", "control.loss", "loss", "Ukraine", "negative", "actual", "Lyman", None),
    (UA, "Russian troops have not captured Siversk, the Ukrainian military said.", "Ukraine", "control.gain", "gain", "Russia", "negative", "actual", "Siversk", None),
    (SD, "The RSF said it had taken Babanusa.", "RSF", "control.gain", "gain", "RSF", "positive", "actual", "Babanusa", None),
    (SD, "The RSF took over Bara, residents said.", "none", "control.gain", "gain", "RSF", "positive", "actual", "Bara", None),
    (SD, "Babanusa has fallen to the RSF, residents said.", "none", "control.gain", "gain", "RSF", "positive", "actual", "Babanusa", None),
    (SD, "El Fasher had fallen into the hands of the RSF, a resident said.", "none", "control.gain", "gain", "RSF", "positive", "actual", None, None),
    (SD, "The Sudanese army said it could retake Bara within days.", "SAF", "control.gain", "gain", "SAF", "positive", "possible", "Bara", None),
    (SD, "The Sudanese army vowed to retake Nyala.", "SAF", "control.gain", "gain", "SAF", "positive", "planned", "Nyala", None),
    (CD, "M23 said it had seized the town of Walikale.", "M23", "control.gain", "gain", "M23", "positive", "actual", "Walikale", None),
    (CD, "The Congolese army denied that M23 had taken Uvira.", "DRC", "control.gain", "gain", "M23", "negative", "actual", "Uvira", None),
    (CD, "M23 will take Uvira, its spokesman said.", "M23", "control.gain", "gain", "M23", "positive", "planned", "Uvira", None),
    (ML, "The FLA said its fighters had captured the military camp in Tessalit.", "FLA", "control.gain", "gain", "FLA", "positive", "actual", "Tessalit", None),
    (ML, "The Malian army said it had retaken Ber.", "Mali", "control.gain", "gain", "Mali", "positive", "actual", "Ber", None),
    (SY, "The Syrian army said it had regained control of Saraqib.", "Syrian government", "control.gain", "gain", "Syrian government", "positive", "actual", "Saraqib", None),
    (SY, "Opposition fighters seized eastern districts of Aleppo, activists said.", None, "control.gain", "gain", "Syrian opposition", "positive", "actual", "Aleppo", "eastern districts"),
    # ------------------------------------------------------------ loss, withdrawal
    (UA, "Russian officials claimed that Lyman had fallen.", "Russia", "control.loss", "loss", "Ukraine|unknown", "positive", "actual", "Lyman", None),
    (UA, "The Ukrainian military denied that Lyman had fallen.", "Ukraine", "control.loss", "loss", "Ukraine", "negative", "actual", "Lyman", None),
    (UA, "Lyman has not fallen, the Ukrainian military said.", "Ukraine", "control.loss", "loss", "Ukraine", "negative", "actual", "Lyman", None),
    (UA, "Ukrainian troops had withdrawn from Siversk, the Ukrainian General Staff said.", "Ukraine", "control.withdraw", "withdraw", "Ukraine", "positive", "actual", "Siversk", None),
    (UA, "Ukraine's army said it had pulled its troops out of Avdiivka.", "Ukraine", "control.withdraw", "withdraw", "Ukraine", "positive", "actual", "Avdiivka", None),
    (UA, "If the Ukrainian army retreats from Pokrovsk, the road will be open, an analyst said.", "none", "control.withdraw", "withdraw", "Ukraine", "positive", "conditional", "Pokrovsk", None),
    (UA, "A Ukrainian commander said his men would not leave Pokrovsk.", "Ukraine", "control.withdraw", "withdraw", "Ukraine", "negative", "planned", "Pokrovsk", None),
    (SD, "The Sudanese army admitted it had withdrawn from Wad Madani.", "SAF", "control.withdraw", "withdraw", "SAF", "positive", "actual", "Wad Medani", None),
    (SD, "The Sudanese army acknowledged losing Babanusa.", "SAF", "control.loss", "loss", "SAF", "positive", "actual", "Babanusa", None),
    (SD, "The RSF denied it had left Khartoum.", "RSF", "control.withdraw", "withdraw", "RSF", "negative", "actual", "Khartoum", None),
    (SD, "RSF fighters fled Umm Ruwaba, the Sudanese army said.", "SAF", "control.withdraw", "withdraw", "RSF", "positive", "actual", "Umm Ruwaba", None),
    (CD, "M23 spokesman Jean Kabasha said the group had withdrawn from Walikale.", "M23", "control.withdraw", "withdraw", "M23", "positive", "actual", "Walikale", None),
    (CD, "M23 spokesman Jean Kabasha said M23 had withdrawn from Walikale.", "M23", "control.withdraw", "withdraw", "M23", "positive", "actual", "Walikale", None),
    (CD, "The rebels said they would withdraw from Uvira.", "M23|unknown", "control.withdraw", "withdraw", "M23|unknown", "positive", "planned", "Uvira", None),
    (CD, "The Congolese army said M23 had not withdrawn from Uvira.", "DRC", "control.withdraw", "withdraw", "M23", "negative", "actual", "Uvira", None),
    (CD, "The Congolese army has abandoned Kamanyola, residents said.", "none", "control.withdraw", "withdraw", "DRC", "positive", "actual", "Kamanyola", None),
    (ML, "JNIM said Malian soldiers had abandoned their base at Boulkessi.", "JNIM", "control.withdraw", "withdraw", "Mali", "positive", "actual", "Boulkessi", None),
    (ML, "The Malian army denied losing Tinzaouaten.", "Mali", "control.loss", "loss", "Mali", "negative", "actual", None, None),
    (YE, "The Houthis said they had pulled out of the port of Hodeidah.", "Houthis", "control.withdraw", "withdraw", "Houthis", "positive", "actual", None, None),
    # ------------------------------------------------------------ encirclement, siege
    (UA, "Pokrovsk is not encircled, a Ukrainian brigade said.", "Ukraine", "control.encircle", "encircle", "Russia|unknown", "negative", "actual", "Pokrovsk", None),
    (UA, "Pokrovsk is encircled, Moscow said.", "Russia", "control.encircle", "encircle", "Russia|unknown", "positive", "actual", "Pokrovsk", None),
    (UA, "The Ukrainian General Staff denied that Myrnohrad was encircled.", "Ukraine", "control.encircle", "encircle", "Russia", "negative", "actual", "Myrnohrad", None),
    (UA, "Ukraine's army denied that its troops in Pokrovsk had been surrounded.", "Ukraine", "control.encircle", "encircle", "Russia", "negative", "actual", "Pokrovsk", None),
    (UA, "Moscow said its forces had cut off Kostiantynivka.", "Russia", "control.encircle", "encircle", "Russia", "positive", "actual", "Kostiantynivka", None),
    (UA, "Kyiv rejected claims that Russian forces had encircled Kostiantynivka.", "Ukraine", "control.encircle", "encircle", "Russia", "negative", "actual", "Kostiantynivka", None),
    (SD, "The RSF said it had surrounded El Obeid from three sides.", "RSF", "control.encircle", "encircle", "RSF", "positive", "actual", None, None),
    (SD, "The Sudanese army said it had broken the siege of Kadugli.", "SAF", "control.besiege", "besiege", "RSF", "negative", "actual", "Kadugli", None),
    (ML, "JNIM said it had imposed a blockade on Farabougou.", "JNIM", "control.besiege", "besiege", "JNIM", "positive", "actual", "Farabougou", None),
    # ------------------------------------------------------------ entering, contested, advance
    (UA, "Russian soldiers are in the city of Kupiansk, a Russian official said.", "Russia", "control.infiltrate", "enter", "Russia", "positive", "actual", "Kupiansk", None),
    (UA, "There are no Russian troops in Kupiansk, the Ukrainian army said.", "Ukraine", "control.infiltrate", "enter", "Russia", "negative", "actual", "Kupiansk", None),
    (UA, "Street fighting was under way in Toretsk, a soldier said.", None, "control.contest", "contested", None, "positive", "actual", "Toretsk", None),
    (SD, "RSF fighters entered Bara on Monday, residents said.", "none", "control.infiltrate", "enter", "RSF", "positive", "actual", "Bara", None),
    (SD, "The Sudanese army said it was advancing towards Bara.", "SAF", "control.advance", "advance", "SAF", "positive", "actual", "Bara", None),
    (CD, "M23 rebels reached the outskirts of Uvira, residents said.", "none", "control.advance|control.infiltrate", "advance|enter", "M23", "positive", "actual", "Uvira", "outskirts"),
    (CD, "The Congolese army denied that M23 fighters had entered Uvira.", "DRC", "control.infiltrate", "enter", "M23", "negative", "actual", "Uvira", None),
    (SY, "Neither side fully controls Saraqib, a monitor said.", "none", "control.contest", "contested", None, "positive", "actual", "Saraqib", None),
]  # fmt: skip


NO_SUCH_EVENT = [
    # pack, sentence, type that it must not give
    (UA, "The battle for Pokrovsk has lasted for months as Russian troops shell the town, an analyst said.", "control.contest"),
    (UA, "Russian assault infantry and strike drones are active near Lyman, a Ukrainian officer said.", "strike.drone|strike.unspecified|combat.assault"),
    (UA, "The army said strike drones and assault units were moved to Kupiansk.", "strike.drone|strike.unspecified|combat.assault"),
    (UA, "The Ukrainian soldiers are in Britain for training, officials said.", "control.infiltrate|control.hold"),
    (UA, "Ukraine's energy ministry said it had taken the power station in Odesa off the grid after the strike.", "control.gain"),
    (UA, "Russian troops cut off the road to Pokrovsk, the army said.", "control.encircle"),
    (UA, "The attack cut off electricity in Kherson, officials said.", "control.encircle"),
    (SD, "The rebels are in Juba for peace talks, officials said.", "control.infiltrate"),
    (SD, "The army said it would clear the streets of Omdurman of mines.", "control.gain"),
    (SD, "The Sudan Liberation Movement and the Humanitarian Aid Commission met in El Fasher.", "control.gain|aid.delivered"),
    (SD, "(Invented dispatch from El Obeid)", "force.deploy"),
    (CD, "A Congolese soldier remained in hospital in Goma.", "control.hold"),
]  # fmt: skip


@pytest.mark.parametrize(("pack", "text", "kind"), NO_SUCH_EVENT)
def test_what_is_no_news_of_control(pack: str, text: str, kind: str) -> None:
    """Names of battles, kinds of weapons and of units, and troops at talks give no such event."""
    assert not near(pack, text, kind)


def test_denial_of_blame_is_the_deniers() -> None:
    """What a side says of its own guilt stands in its claim, not in the outlet's voice."""
    text = "The RSF denied any responsibility for the strike on the market in El Obeid."
    claims = {claim.id: claim for claim in read(text, SD).claims}
    blamed = near(SD, text, "blame")
    assert blamed
    assert not any(claims[event.claim].source.own_voice for event in blamed)


def is_one_of(found: object, wanted: str | None) -> bool:
    """Whether a value is one of those that `wanted` parts by "|"; all are where it is None."""
    return wanted is None or str(found) in wanted.split("|")


def near(pack: str, text: str, kind: str) -> list[Event]:
    """Return the events of the types wanted."""
    return [event for event in read(text, pack).events if event.type in kind.split("|")]


@pytest.mark.parametrize(
    ("pack", "text", "speaker", "kind", "bearing", "whose", "polarity", "modality", "place", "part"), SENTENCES
)
def test_control_of_plain_sentences(
    pack: str, text: str, speaker: str | None, kind: str, bearing: str, whose: str | None,
    polarity: str, modality: str, place: str | None, part: str | None,
) -> None:  # fmt: skip
    """Each sentence gives its event, in its speaker's claim, for the right side, at its place."""
    events = near(pack, text, kind)
    assert events, [(event.type, event.rule) for event in read(text, pack).events]
    claims = {claim.id: claim for claim in read(text, pack).claims}
    event = next((one for one in events if str(one.polarity) == polarity), events[-1])
    assert event.control is not None
    assert is_one_of(event.control.bearing, bearing), event.control
    assert is_one_of(event.control.party, whose), event.control
    assert (str(event.polarity), str(event.modality)) == (polarity, modality)
    assert is_one_of(claims[event.claim].source.party, speaker), claims[event.claim].source
    if place is not None:
        assert [one.name for one in event.places] == [place], event.places
    assert part is None or event.control.part == part
