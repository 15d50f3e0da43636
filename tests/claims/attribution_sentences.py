"""Invented sentences over all ways of saying: (sentence, source, cue, class, content).

`source` "" means that nobody is named. The content is what must be found, with the parts of a
discontinuous one joined by " … ". Each row is one claim; a sentence may stand in several rows.
"""

from __future__ import annotations

Row = tuple[str, str, str, str, str]

CLAUSES: list[Row] = [
    ("The army said on Monday that the bridge was destroyed.", "The army", "said", "assert", "the bridge was destroyed"),
    ("Residents say the shelling has not stopped.", "Residents", "say", "assert", "the shelling has not stopped"),
    ("The ministry announced that two villages had been cleared.", "The ministry", "announced", "assert", "two villages had been cleared"),
    ("Maj. Iryna Orel claims her brigade holds the ridge.", "Maj. Iryna Orel", "claims", "assert", "her brigade holds the ridge"),
    ("The governor confirmed that the dam was hit.", "The governor", "confirmed", "confirm", "the dam was hit"),
    ("The rebels denied that the town had fallen.", "The rebels", "denied", "deny", "the town had fallen"),
    ("Commanders acknowledged that the road was lost.", "Commanders", "acknowledged", "acknowledge", "the road was lost"),
    ("The mayor admitted that supplies were running out.", "The mayor", "admitted", "acknowledge", "supplies were running out"),
    ("The general conceded his men had withdrawn.", "The general", "conceded", "acknowledge", "his men had withdrawn"),
    ("Aid groups warned that the camp would flood.", "Aid groups", "warned", "warn", "the camp would flood"),
    ("Analysts predict that the front will freeze in winter.", "Analysts", "predict", "predict", "the front will freeze in winter"),
    ("The junta promised that elections would follow.", "The junta", "promised", "promise", "elections would follow"),
    ("Observers believe the ceasefire is over.", "Observers", "believe", "assess", "the ceasefire is over"),
    ("Western officials think the offensive has stalled.", "Western officials", "think", "assess", "the offensive has stalled"),
    ("Medics reported that six people had died.", "Medics", "reported", "report", "six people had died"),
    ("The monitor noted that the flag had changed.", "The monitor", "noted", "assert", "the flag had changed"),
    ("The spokesman insisted the airfield was intact.", "The spokesman", "insisted", "assert", "the airfield was intact"),
    ("Rebels allege that soldiers looted the clinic.", "Rebels", "allege", "assert", "soldiers looted the clinic"),
    ("The court ruled that the strike was unlawful.", "The court", "ruled", "assess", "the strike was unlawful"),
    ("Diplomats fear the talks will collapse.", "Diplomats", "fear", "warn", "the talks will collapse"),
    ("The UN estimates that 40,000 people have fled.", "The UN", "estimates", "assess", "40,000 people have fled"),
    ("Investigators concluded that the shell came from the north.", "Investigators", "concluded", "assess", "the shell came from the north"),
    ("Villagers hope the road will open soon.", "Villagers", "hope", "assess", "the road will open soon"),
    ("Kyiv maintains the operation is still going on.", "Kyiv", "maintains", "assert", "the operation is still going on"),
    ("The SAF declared that it had retaken the refinery.", "The SAF", "declared", "assert", "it had retaken the refinery"),
    ("Two officers suggested the retreat was planned.", "Two officers", "suggested", "assess", "the retreat was planned"),
    ("The institute assessed that the advance had slowed.", "The institute", "assessed", "assess", "the advance had slowed"),
    ("The president vowed that the city would be rebuilt.", "The president", "vowed", "promise", "the city would be rebuilt"),
    ("Witnesses recalled that the planes came at dawn.", "Witnesses", "recalled", "assert", "the planes came at dawn"),
    ("The envoy stressed that no deal had been signed.", "The envoy", "stressed", "assert", "no deal had been signed"),
    ("Both sides agree that the corridor is closed.", "Both sides", "agree", "assess", "the corridor is closed"),
    ("The committee found that prisoners had been beaten.", "The committee", "found", "assess", "prisoners had been beaten"),
    ("He said he had seen tanks near the school.", "He", "said", "assert", "he had seen tanks near the school"),
    ("The regional administration has not yet confirmed that the plant was hit.", "The regional administration", "has not yet confirmed", "confirm", "the plant was hit"),
    ("The colonel did not say how many men were lost.", "The colonel", "did not say", "assert", "how many men were lost"),
    ("Reporters asked whether the hospital had been hit.", "Reporters", "asked", "question", "whether the hospital had been hit"),
    ("Aid workers wonder if the convoy will arrive.", "Aid workers", "wonder", "question", "if the convoy will arrive"),
    ("Critics doubt that the truce can hold.", "Critics", "doubt", "question", "the truce can hold"),
]

INVERTED: list[Row] = [
    ("The bridge was blown up on Monday, the army said.", "the army", "said", "assert", "The bridge was blown up on Monday"),
    ("Three drones hit the depot, according to the governor.", "the governor", "according to", "report", "Three drones hit the depot"),
    ("The loss of the road, analysts warn, would cut off the garrison.", "analysts", "warn", "warn", "The loss of the road … would cut off the garrison"),
    ("The depot burned all night, said Col. Daniel Brandt.", "Col. Daniel Brandt", "said", "assert", "The depot burned all night"),
    ("Fighting resumed near the airport, residents said on Tuesday.", "residents", "said", "assert", "Fighting resumed near the airport"),
    ("No soldiers remain in the town, the deputy mayor, Lena Hoth, said.", "the deputy mayor, Lena Hoth", "said", "assert", "No soldiers remain in the town"),
    ("The village has changed hands twice, military sources say.", "military sources", "say", "assert", "The village has changed hands twice"),
    ("The front, he added, had not moved for weeks.", "he", "added", "assert", "The front … had not moved for weeks"),
    ("The plant, the company said, was not damaged.", "the company", "said", "assert", "The plant … was not damaged"),
    ("About forty people were killed, the health ministry reported.", "the health ministry", "reported", "report", "About forty people were killed"),
    ("As analysts warn, the city could be cut off within days.", "analysts", "warn", "warn", "the city could be cut off within days"),
    ("The square is quiet, as the mayor put it on Friday.", "the mayor", "put", "assert", "The square is quiet"),
]

DIRECT: list[Row] = [
    ('"We hold the bridge," the commander said.', "the commander", "said", "assert", '"We hold the bridge,"'),
    ('"They shelled us all night," said Olha Marchenko, a nurse.', "Olha Marchenko, a nurse", "said", "assert", '"They shelled us all night,"'),
    ('The governor said: "There is no water left."', "The governor", "said", "assert", '"There is no water left."'),
    ('The minister told reporters, "We will not negotiate."', "The minister", "told", "assert", '"We will not negotiate."'),
    ('"We hold the bridge," she said. "They tried twice and failed."', "she", "said", "assert", '"We hold the bridge," … "They tried twice and failed."'),
    ('"The line is stable. We lost nothing. They lost a lot," the captain said.', "the captain", "said", "assert", '"The line is stable. We lost nothing. They lost a lot,"'),
    ("“We are still here,” he said, “and we will stay.”", "he", "said", "assert", "“We are still here,” … “and we will stay.”"),
    ("'We left at dawn,' the driver told Reuters.", "the driver", "told", "assert", "'We left at dawn,'"),
    ("«The town is ours», the spokesman said.", "the spokesman", "said", "assert", "«The town is ours»"),
    ('"Who gave the order?" the lawyer asked.', "the lawyer", "asked", "question", '"Who gave the order?"'),
    ('"Leave now!" an officer shouted.', "an officer", "shouted", "assert", '"Leave now!"'),
    ('She wrote on Telegram: "The station is burning."', "She", "wrote", "assert", '"The station is burning."'),
    ('"It was a massacre," a survivor recalled.', "a survivor", "recalled", "assert", '"It was a massacre,"'),
    ('Asked about the raid, the general replied: "No comment."', "the general", "replied", "assert", '"No comment."'),
    ('"The convoy was hit twice," according to the driver.', "the driver", "according to", "report", '"The convoy was hit twice,"'),
    ('"No one asked us," added the elder.', "the elder", "added", "assert", '"No one asked us,"'),
]

MIXED: list[Row] = [
    ('The mayor said the town was "completely destroyed".', "The mayor", "said", "assert", 'the town was "completely destroyed"'),
    ('The group described the raid as "a crime against us all".', "The group", "described", "assess", 'the raid as "a crime against us all"'),
    ('He noted that in the suburb "there is nothing left to defend".', "He", "noted", "assert", 'in the suburb "there is nothing left to defend"'),
    ('The army called the report "a fantasy".', "The army", "called", "assess", 'the report "a fantasy"'),
    ('Officials warned of "a long, dark winter".', "Officials", "warned", "warn", '"a long, dark winter"'),
    ("The brigade described the fighting as 'difficult and dynamic'.", "The brigade", "described", "assess", "the fighting as 'difficult and dynamic'"),
    ('The envoy dismissed the offer as "theatre".', "The envoy", "dismissed", "reject", 'the offer as "theatre"'),
]

OBJECTS: list[Row] = [
    ("The general acknowledged the deteriorating situation.", "The general", "acknowledged", "acknowledge", "the deteriorating situation"),
    ("The ministry denied the allegations.", "The ministry", "denied", "deny", "the allegations"),
    ("The army confirmed the loss of the village.", "The army", "confirmed", "confirm", "the loss of the village"),
    ("Rebel leaders rejected the ceasefire plan.", "Rebel leaders", "rejected", "reject", "the ceasefire plan"),
    ("The Kremlin dismissed the report.", "The Kremlin", "dismissed", "reject", "the report"),
    ("The governor announced an evacuation of the district.", "The governor", "announced", "assert", "an evacuation of the district"),
    ("The union reported heavy losses near the river.", "The union", "reported", "report", "heavy losses near the river"),
    ("The council condemned the attack.", "The council", "condemned", "assess", "the attack"),
    ("The charity criticised the blockade.", "The charity", "criticised", "assess", "the blockade"),
    ("Military bloggers claimed the capture of the hill.", "Military bloggers", "claimed", "assert", "the capture of the hill"),
    ("The spokeswoman disputed the figure.", "The spokeswoman", "disputed", "deny", "the figure"),
    ("The colonel admitted heavy losses.", "The colonel", "admitted", "acknowledge", "heavy losses"),
    ("He emphasised the need to hold the railway.", "He", "emphasised", "assert", "the need to hold the railway"),
    ("The embassy questioned the toll.", "The embassy", "questioned", "question", "the toll"),
    ("The ministry published a statement but did not mention the raid.", "The ministry", "did not mention", "assert", "the raid"),
    ("The agency retracted its report of a breakthrough.", "The agency", "retracted", "retract", "its report of a breakthrough"),
    ("The generals predicted a long war.", "The generals", "predicted", "predict", "a long war"),
    ("The junta ordered the evacuation of the port.", "The junta", "ordered", "order", "the evacuation of the port"),
    ("The militia promised a response.", "The militia", "promised", "promise", "a response"),
    ("The militia has refuted the claims.", "The militia", "has refuted", "deny", "the claims"),
    ("The government ruled out a ground operation.", "The government", "ruled out", "reject", "a ground operation"),
    ("The brigade publicised some of its own successes.", "The brigade", "publicised", "assert", "some of its own successes"),
    ("Regional leaders demanded an immediate ceasefire.", "Regional leaders", "demanded", "order", "an immediate ceasefire"),
    ("Officials downplayed the losses.", "Officials", "downplayed", "reject", "the losses"),
]

PREPOSITIONS: list[Row] = [
    ("According to the general staff, 30 attacks were repelled.", "the general staff", "According to", "report", "30 attacks were repelled"),
    ("The town fell on Friday, according to two officials who asked not to be named.", "two officials who asked not to be named", "according to", "report", "The town fell on Friday"),
    ("The ministry called for a ceasefire.", "The ministry", "called for", "order", "a ceasefire"),
    ("The commander spoke of heavy losses.", "The commander", "spoke of", "assert", "heavy losses"),
    ("Aid agencies warned of famine in the south.", "Aid agencies", "warned of", "warn", "famine in the south"),
    ("The envoy referred to the village as a lost cause.", "The envoy", "referred to", "assert", "the village as a lost cause"),
    ("The delegation pointed to the ruined silos.", "The delegation", "pointed to", "assert", "the ruined silos"),
    ("The minister did not respond to the accusations.", "The minister", "did not respond to", "assert", "the accusations"),
    ("Locals complain about looting.", "Locals", "complain about", "assess", "looting"),
    ("The general boasted of a quick victory.", "The general", "boasted of", "assert", "a quick victory"),
    ("In the mayor's view, the bridge cannot be saved.", "the mayor", "In … view", "assess", "the bridge cannot be saved"),
    ("In the words of one survivor, the street was on fire.", "one survivor", "In … words", "assert", "the street was on fire"),
    ("For analysts, the loss of the road is decisive.", "analysts", "For", "assess", "the loss of the road is decisive"),
    ("The governor apologised for the delay.", "The governor", "apologised for", "acknowledge", "the delay"),
]

UNNAMED: list[Row] = [
    ("Up to 50 fighters have reportedly entered the port.", "", "reportedly", "report", "Up to 50 fighters have … entered the port"),
    ("The soldiers allegedly burned the archive.", "", "allegedly", "accuse", "The soldiers … burned the archive"),
    ("The convoy was apparently stopped at the river.", "", "apparently", "assess", "The convoy was … stopped at the river"),
    ("The commander is believed to have been killed.", "", "is believed", "assess", "The commander … to have been killed"),
    ("It was reported that the bridge had collapsed.", "", "was reported", "report", "the bridge had collapsed"),
    ("Several blocks are now considered contested territory.", "", "are now considered", "assess", "Several blocks … contested territory"),
    ("The troops are said to be short of shells.", "", "are said", "assert", "The troops … to be short of shells"),
    ("The strike is expected to delay repairs.", "", "is expected", "predict", "The strike … to delay repairs"),
    ("The garrison appears to be withdrawing.", "", "appears", "assess", "The garrison … to be withdrawing"),
    ("The video shows alleged mercenaries near the mine.", "", "alleged", "accuse", "mercenaries near the mine"),
    ("The figures were not confirmed.", "", "were not confirmed", "confirm", "The figures"),
    ("Two villages were declared free of mines.", "", "were declared", "assert", "Two villages … free of mines"),
    ("It is feared that dozens are trapped.", "", "is feared", "warn", "dozens are trapped"),
    ("The figures are disputed.", "", "are disputed", "deny", "The figures"),
]

PASSIVES: list[Row] = [
    ("The claim was rejected by the defence ministry.", "the defence ministry", "was rejected", "reject", "The claim"),
    ("The city has long been viewed by commanders as the key to the region.", "commanders", "has long been viewed", "assess", "The city … as the key to the region"),
    ("The attack was condemned by the bishops.", "the bishops", "was condemned", "assess", "The attack"),
    ("The loss was confirmed by three officers.", "three officers", "was confirmed", "confirm", "The loss"),
    ("The strike was described by residents as the worst so far.", "residents", "was described", "assess", "The strike … as the worst so far"),
    ("The army was accused of shelling the market.", "", "was accused", "accuse", "The army … of shelling the market"),
    ("The militia was accused by monitors of looting.", "monitors", "was accused", "accuse", "The militia … of looting"),
]

PREDICATIVE: list[Row] = [
    ("The monitor described much of the city as a grey zone.", "The monitor", "described", "assess", "much of the city as a grey zone"),
    ("Rebels call the town a fortress.", "Rebels", "call", "assess", "the town a fortress"),
    ("Commanders view the ridge as the hinge of the front.", "Commanders", "view", "assess", "the ridge as the hinge of the front"),
    ("The president considers the region lost.", "The president", "considers", "assess", "the region lost"),
    ("Officials regard the dam as safe.", "Officials", "regard", "assess", "the dam as safe"),
    ("Moscow portrayed the retreat as a regrouping.", "Moscow", "portrayed", "assess", "the retreat as a regrouping"),
    ("The opposition branded the vote a farce.", "The opposition", "branded", "assess", "the vote a farce"),
    ("Historians compare the siege to that of 1942.", "Historians", "compare", "assess", "the siege to that of 1942"),
    ("The bloc denounced the move as an escalation.", "The bloc", "denounced", "assess", "the move as an escalation"),
    ("The area is what the army describes as a buffer zone.", "the army", "describes", "assess", "what … as a buffer zone"),
]

ACCUSATIONS: list[Row] = [
    ("Ukraine has accused Russia of using glide bombs against hospitals.", "Ukraine", "has accused", "accuse", "Russia of using glide bombs against hospitals"),
    ("Russia has accused Ukraine of using glide bombs against hospitals.", "Russia", "has accused", "accuse", "Ukraine of using glide bombs against hospitals"),
    ("The RSF accused the army of bombing the market.", "The RSF", "accused", "accuse", "the army of bombing the market"),
    ("Residents blamed the militia for the fire.", "Residents", "blamed", "accuse", "the militia for the fire"),
    ("Human rights groups accuse both sides of torture.", "Human rights groups", "accuse", "accuse", "both sides of torture"),
    ("The governor blames the shortage on the blockade.", "The governor", "blames", "accuse", "the shortage on the blockade"),
    ("Prosecutors charged the officer with murder.", "Prosecutors", "charged", "accuse", "the officer with murder"),
    ("The ministry criticised the agency for its silence.", "The ministry", "criticised", "assess", "the agency for its silence"),
    ("The mayor thanked the crews for their work.", "The mayor", "thanked", "assert", "the crews for their work"),
]

ORDERS: list[Row] = [
    ("The governor urged residents to leave the district.", "The governor", "urged", "order", "residents to leave the district"),
    ("The army ordered civilians to evacuate.", "The army", "ordered", "order", "civilians to evacuate"),
    ("The UN asked both sides to open a corridor.", "The UN", "asked", "order", "both sides to open a corridor"),
    ("The bishop called on the rebels to free the hostages.", "The bishop", "called on", "order", "the rebels to free the hostages"),
    ("The militia promised to leave the port.", "The militia", "promised", "promise", "to leave the port"),
    ("The general threatened to close the border.", "The general", "threatened", "warn", "to close the border"),
    ("Washington plans to send more shells.", "Washington", "plans", "promise", "to send more shells"),
    ("The junta refused to release the prisoners.", "The junta", "refused", "reject", "to release the prisoners"),
    ("Kinshasa wants the troops to withdraw.", "Kinshasa", "wants", "assess", "the troops to withdraw"),
    ("The rebels claim to have shot down a helicopter.", "The rebels", "claim", "assert", "to have shot down a helicopter"),
    ("The alliance vowed to defend the town.", "The alliance", "vowed", "promise", "to defend the town"),
    ("The inspectors hope to reach the plant on Friday.", "The inspectors", "hope", "assess", "to reach the plant on Friday"),
    ("The parliament demanded that the minister resign.", "The parliament", "demanded", "order", "the minister resign"),
    ("The envoy proposed that both armies pull back.", "The envoy", "proposed", "order", "both armies pull back"),
]

SILENCE: list[Row] = [
    ("The ministry declined to comment.", "The ministry", "declined", "refuse_comment", "to comment"),
    ("The company refused to comment on the blast.", "The company", "refused to comment on", "refuse_comment", "the blast"),
    ("The army refused to discuss the losses.", "The army", "refused to discuss", "refuse_comment", "the losses"),
    ("Officials declined to say how many were killed.", "Officials", "declined to say", "refuse_comment", "how many were killed"),
    ("The spokesman declined to confirm the strike.", "The spokesman", "declined to confirm", "refuse_comment", "the strike"),
]

EVIDENCE: list[Row] = [
    ("Footage shows soldiers raising a flag on the town hall.", "Footage", "shows", "show", "soldiers raising a flag on the town hall"),
    ("Satellite images show new trenches east of the river.", "Satellite images", "show", "show", "new trenches east of the river"),
    ("A video posted by the brigade shows a burning tank.", "A video posted by the brigade", "shows", "show", "a burning tank"),
    ("Geolocated footage shows that troops entered the suburb.", "Geolocated footage", "shows", "show", "troops entered the suburb"),
    ("The unit released a video showing prisoners in a cellar.", "a video", "showing", "show", "prisoners in a cellar"),
    ("The new images offered the clearest indication yet that the depot was hit.", "The new images", "offered the clearest indication", "show", "the depot was hit"),
    ("The crater is evidence of a second strike.", "The crater", "is evidence of", "show", "a second strike"),
    ("Hospital records show that 90 people were treated.", "Hospital records", "show", "show", "90 people were treated"),
    ("A survey found that most refugees want to return.", "A survey", "found", "assess", "most refugees want to return"),
    ("Photographs indicate that the bridge is still standing.", "Photographs", "indicate", "assess", "the bridge is still standing"),
    ("The documents reveal that the order came from the capital.", "The documents", "reveal", "report", "the order came from the capital"),
    ("Maps published by the monitor show the village as occupied.", "Maps published by the monitor", "show", "show", "the village as occupied"),
    ("The report says that water is scarce.", "The report", "says", "assert", "water is scarce"),
    ("Data from the sensors suggest that the gas had leaked.", "Data from the sensors", "suggest", "assess", "the gas had leaked"),
]

GERUNDS: list[Row] = [
    ("The battalion reported taking fire from the ridge.", "The battalion", "reported", "report", "taking fire from the ridge"),
    ("The soldiers report pushing back into the council building.", "The soldiers", "report", "report", "pushing back into the council building"),
    ("The army denied striking the hospital.", "The army", "denied", "deny", "striking the hospital"),
    ("He admitted firing on the car.", "He", "admitted", "acknowledge", "firing on the car"),
    ("She recalled hiding in the cellar.", "She", "recalled", "assert", "hiding in the cellar"),
    ("The corps reported making small gains in the suburb.", "The corps", "reported", "report", "making small gains in the suburb"),
    ("The minister proposed moving the border post.", "The minister", "proposed", "order", "moving the border post"),
    ("The mayor suggested closing the schools.", "The mayor", "suggested", "assess", "closing the schools"),
]

PARTICIPLES: list[Row] = [
    ("The general left the room, saying the talks had failed.", "The general", "saying", "assert", "the talks had failed"),
    ("The army withdrew on Sunday, claiming that the position was useless.", "The army", "claiming", "assert", "the position was useless"),
    ("The ministry issued a statement saying the town was secure.", "The ministry", "saying", "assert", "the town was secure"),
    ("She posted a message, adding that the roads were mined.", "She", "adding", "assert", "the roads were mined"),
    ("The soldiers dug in, describing the fighting as fierce.", "The soldiers", "describing", "assess", "the fighting as fierce"),
    ("The officials, who said the dam was safe, left the city.", "who", "said", "assert", "the dam was safe"),
    ("The men, whom the army calls saboteurs, were shot.", "the army", "calls", "assess", "whom … saboteurs"),
    ("The town, which rebels say they hold, is empty.", "rebels", "say", "assert", "they hold"),
    ("The risks the soldiers say they are taking are real.", "the soldiers", "say", "assert", "they are taking"),
    ("A doctor who asked not to be named said the morgue was full.", "A doctor who asked not to be named", "said", "assert", "the morgue was full"),
    ("Rebels released pictures which they say show captured vehicles.", "they", "say", "assert", "show captured vehicles"),
    ("The brigade, citing the weather, delayed the crossing.", "The brigade", "citing", "assert", "the weather"),
]

LISTENERS: list[Row] = [
    ("The pilot told investigators that the target was a bridge.", "The pilot", "told", "assert", "the target was a bridge"),
    ("Gen. Tarik Selim told the president that the line would hold.", "Gen. Tarik Selim", "told", "assert", "the line would hold"),
    ("A resident told the BBC the shops were empty.", "A resident", "told", "assert", "the shops were empty"),
    ("The envoy assured reporters that talks would go on.", "The envoy", "assured", "promise", "talks would go on"),
    ("The army informed the families that their sons were missing.", "The army", "informed", "report", "their sons were missing"),
    ("The adviser reminded deputies that the law had expired.", "The adviser", "reminded", "assert", "the law had expired"),
    ("Local officials warned farmers that the fields were mined.", "Local officials", "warned", "warn", "the fields were mined"),
]

NOMINAL: list[Row] = [
    ("The claim that the town had fallen spread quickly.", "", "claim", "assert", "the town had fallen"),
    ("The governor's statement that the dam was safe calmed nobody.", "The governor", "statement", "assert", "the dam was safe"),
    ("Russian claims of a complete encirclement remain unverified.", "Russian", "claims of", "assert", "a complete encirclement"),
    ("Ukrainian claims of killing a general remain unverified.", "Ukrainian", "claims of", "assert", "killing a general"),
    ("Reports of looting reached the capital.", "", "Reports of", "report", "looting"),
    ("Rwandan denials of involvement convinced few.", "Rwandan", "denials of", "deny", "involvement"),
    ("There were warnings that the river would rise.", "", "warnings", "warn", "the river would rise"),
    ("Allegations by the opposition of fraud were ignored.", "the opposition", "Allegations", "accuse", "fraud"),
    ("The army's threat to bomb the port alarmed traders.", "The army", "threat", "warn", "to bomb the port"),
    ("The rebels' promise to free the prisoners was not kept.", "The rebels", "promise", "promise", "to free the prisoners"),
    ("Israeli accusations of tunnel building were rejected.", "Israeli", "accusations of", "accuse", "tunnel building"),
    ("The president repeated his call for a truce.", "his", "call for", "order", "a truce"),
    ("The decision to abandon the town was announced on Friday.", "", "decision", "promise", "to abandon the town"),
    ("Concerns about the dam are growing.", "", "Concerns about", "warn", "the dam"),
    ("The ministry made the claim that mines were cleared.", "The ministry", "claim", "assert", "mines were cleared"),
    ("The militia issued a warning that roads were mined.", "The militia", "warning", "warn", "roads were mined"),
    ("Syrian reports of a coup attempt were dismissed.", "Syrian", "reports of", "report", "a coup attempt"),
]

COORDINATION: list[Row] = [
    ("The general denied the encirclement but admitted that the enemy is inside the suburb.", "The general", "denied", "deny", "the encirclement"),
    ("The general denied the encirclement but admitted that the enemy is inside the suburb.", "The general", "admitted", "acknowledge", "the enemy is inside the suburb"),
    ("The army acknowledged the loss and promised a counter-attack.", "The army", "acknowledged", "acknowledge", "the loss"),
    ("The army acknowledged the loss and promised a counter-attack.", "The army", "promised", "promise", "a counter-attack"),
    ("She said the road was open and warned that it might close.", "She", "said", "assert", "the road was open"),
    ("She said the road was open and warned that it might close.", "She", "warned", "warn", "it might close"),
    ("The army said the village was clear, but residents reported gunfire.", "The army", "said", "assert", "the village was clear"),
    ("The army said the village was clear, but residents reported gunfire.", "residents", "reported", "report", "gunfire"),
    ("The corps described the fighting as heavy, but it reported small gains.", "The corps", "described", "assess", "the fighting as heavy"),
    ("The corps described the fighting as heavy, but it reported small gains.", "it", "reported", "report", "small gains"),
    ("Officials neither confirmed nor denied the strike.", "Officials", "denied", "deny", "the strike"),
]

NESTED: list[Row] = [
    ("The army denied Russian claims of a breakthrough.", "The army", "denied", "deny", "Russian claims of a breakthrough"),
    ("The army denied Russian claims of a breakthrough.", "Russian", "claims of", "assert", "a breakthrough"),
    ("The general staff said that reports of a retreat were false.", "The general staff", "said", "assert", "reports of a retreat were false"),
    ("The general staff said that reports of a retreat were false.", "", "reports of", "report", "a retreat"),
    ("The minister said the rebels had admitted the attack.", "The minister", "said", "assert", "the rebels had admitted the attack"),
    ("The minister said the rebels had admitted the attack.", "the rebels", "had admitted", "acknowledge", "the attack"),
    ("He told the court that his commander had ordered the unit to fire.", "his commander", "had ordered", "order", "the unit to fire"),
    ("Analysts say officials expect the city to fall.", "officials", "expect", "predict", "the city to fall"),
    ("The spokesman rejected accusations that the army had shelled the camp.", "", "accusations", "accuse", "the army had shelled the camp"),
    ("Moscow dismissed Ukrainian reports of an advance.", "Ukrainian", "reports of", "report", "an advance"),
    ("Kyiv dismissed Russian reports of an advance.", "Russian", "reports of", "report", "an advance"),
]

PREDICATES: list[Row] = [
    ("The general is confident that the line will hold.", "The general", "is confident", "assess", "the line will hold"),
    ("Residents are afraid that the dam will break.", "Residents", "are afraid", "warn", "the dam will break"),
    ("The envoy was optimistic about the talks.", "The envoy", "was optimistic about", "assess", "the talks"),
    ("The ministry was unaware of the strike.", "The ministry", "was unaware of", "assess", "the strike"),
    ("The governor made it clear that nobody would be left behind.", "The governor", "made it clear", "assert", "nobody would be left behind"),
    ("The group claimed responsibility for the raid.", "The group", "claimed responsibility for", "acknowledge", "the raid"),
    ("The junta took issue with the report.", "The junta", "took issue with", "reject", "the report"),
    ("Diplomats cast doubt on the figures.", "Diplomats", "cast doubt on", "question", "the figures"),
    ("The monitors raised concerns about the prisoners.", "The monitors", "raised concerns about", "warn", "the prisoners"),
    ("The army is willing to open a corridor.", "The army", "is willing", "promise", "to open a corridor"),
    ("The rebels continued to deny the killings.", "The rebels", "continued to deny", "deny", "the killings"),
    ("The council began to question the order.", "The council", "began to question", "question", "the order"),
]

CHAINS: list[Row] = [
    ("The agency reported, citing the defence ministry, that the port had been hit.", "the defence ministry", "reported", "report", "the port had been hit"),
    ("The newspaper, quoting a police officer, said the mayor had fled.", "a police officer", "said", "assert", "the mayor had fled"),
]

HEADINGS: list[Row] = [
    ("Zelensky: Front holds despite attacks", "Zelensky", ":", "assert", "Front holds despite attacks"),
    ("Governor Brandt: 'No one will be left behind'", "Governor Brandt", ":", "assert", "'No one will be left behind'"),
]

TABLES: dict[str, list[Row]] = {
    name.lower(): rows for name, rows in list(globals().items()) if name.isupper() and isinstance(rows, list)
}

NOTHING: list[str] = [
    "The road from the port to the city is 40 kilometres long.",
    "Troops crossed the river at dawn and took the hill.",
    "The so-called 'Road of Life' was closed.",
    "Two drones fell on a field near the village.",
    "The army moved its guns to the ridge.",
    "Snow fell on the city on Friday.",
    "The fighting in the east has displaced thousands.",
    "Shells hit the market and the station.",
    "The 5th Brigade entered the northern districts.",
    "Power returned to most of the city.",
]
"""Sentences in the outlet's own voice: no claim of anybody else's."""

KNOWN_MISSES: dict[tuple[str, str], str] = {}
"""(sentence, cue): why it is not found yet."""
