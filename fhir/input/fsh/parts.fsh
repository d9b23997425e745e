// Entries that a site may have filed along with a note, in one transaction. The note itself carries every fact.

Invariant: rn-answer-or-declined
Description: "An answer is one of LOINC list LL2335-9, or the person preferred not to say."
Expression: "value.exists() xor dataAbsentReason.exists()"
Severity: #error

Profile: ReadinessNoteAnswer
Parent: Observation
Id: readiness-note-answer
Title: "One ruler answer of a readiness note"
Description: "A member of the note, as HL7 Person-Centered Outcomes STU1, Readiness Assessment, wants it: a coded answer from 0 to 10, and the goal it is about. A ruler that was not asked has no such entry."
* ^url = "urn:oid:2.25.225303994969635414043760540918332801536.11.4"
* obeys rn-answer-or-declined
* identifier 1..1
* identifier.system 1..1
* identifier.system = "urn:oid:2.25.225303994969635414043760540918332801536.6"
* identifier.value 1..1
* status from ReadinessNoteStatus (required)
* category 1..*
* category ^slicing.discriminator.type = #value
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category contains survey 1..1
* category[survey] = $category#survey
* code from Rulers (required)
* subject 1..1
* subject only Reference(Patient)
* focus 0..1
* focus only Reference(Goal)
* encounter only Reference(Encounter)
* effective[x] 1..1
* effective[x] only dateTime
* issued 1..1
* performer 1..2
* performer only Reference(Practitioner or PractitionerRole or Patient)
* value[x] only CodeableConcept
* valueCodeableConcept from RulerAnswers (required)
* valueCodeableConcept.text 1..1
* dataAbsentReason from RulerAbsentReasons (required)
* bodySite 0..0
* method 0..0
* specimen 0..0
* device 0..0
* hasMember 0..0
* derivedFrom 1..1
* derivedFrom only Reference(Observation)
* component 0..0
* identifier ^short = "The number of the note and the name of the ruler"
* identifier ^comment = "Evoke"
* status ^short = "final when filed; amended, corrected or entered-in-error later"
* status ^comment = "the signature, a change or a retraction of the note"
* category ^short = "The categories of the note"
* category ^comment = "the note"
* code ^short = "Importance, confidence or readiness"
* code ^comment = "the ruler"
* subject ^short = "The patient"
* subject ^comment = "the launch"
* focus ^short = "The agreed change as a Goal"
* focus ^comment = "only if the site asks for it"
* encounter ^short = "The visit"
* encounter ^comment = "the launch"
* effective[x] ^short = "When the conversation began"
* effective[x] ^comment = "the first mark"
* issued ^short = "When the note was signed, or this answer corrected"
* issued ^comment = "the signature"
* performer ^short = "The clinician who signed, and the patient, who answered"
* performer ^comment = "the sign-in and the launch"
* value[x] ^short = "The answer, of LOINC list LL2335-9. The text says the number"
* value[x] ^comment = "the ruler"
* dataAbsentReason ^short = "The person preferred not to say"
* dataAbsentReason ^comment = "the ruler"
* derivedFrom ^short = "The readiness note it belongs to"
* derivedFrom ^comment = "the note"

ValueSet: RulerAnswers
Id: ruler-answer
Title: "Answers from 0 to 10"
Description: "LOINC answer list LL2335-9. Displays are left out, because a display of LA6113-0 says 2 or more."
* ^url = "urn:oid:2.25.225303994969635414043760540918332801536.10.15"
* ^copyright = "This material contains content from LOINC (http://loinc.org). LOINC is copyright Regenstrief Institute, Inc. and the Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the license at http://loinc.org/license."
* $loinc#LA6111-4
* $loinc#LA6112-2
* $loinc#LA6113-0
* $loinc#LA6114-8
* $loinc#LA6115-5
* $loinc#LA10137-0
* $loinc#LA10138-8
* $loinc#LA10139-6
* $loinc#LA10140-4
* $loinc#LA10141-2
* $loinc#LA13942-0

Invariant: rn-goal-start
Description: "The start is the day of the conversation."
Expression: "start.ofType(date).exists()"
Severity: #error

Profile: ReadinessNoteGoal
Parent: Goal
Id: readiness-note-goal
Title: "The agreed change of a readiness note"
Description: "The change that was agreed, in the words of the plan, for lists of goals. A note with a discreet title has none."
* ^url = "urn:oid:2.25.225303994969635414043760540918332801536.11.5"
* identifier 1..1
* identifier.system 1..1
* identifier.system = "urn:oid:2.25.225303994969635414043760540918332801536.6"
* identifier.value 1..1
* lifecycleStatus from ReadinessNoteGoalStatus (required)
* description.text 1..1
* subject only Reference(Patient)
* obeys rn-goal-start
* start[x] 1..1
* expressedBy 1..1
* expressedBy only Reference(Patient)
* addresses 1..1
* addresses only Reference(Observation)
* identifier ^short = "The number of the note and the word goal"
* identifier ^comment = "Evoke"
* lifecycleStatus ^short = "active, or entered-in-error with its note"
* lifecycleStatus ^comment = "the signature or a retraction"
* description ^short = "What was agreed, in the words of the plan"
* description ^comment = "Plan, \"What to change or keep\""
* subject ^short = "The patient"
* subject ^comment = "the launch"
* start[x] ^short = "The day of the conversation"
* start[x] ^comment = "the first mark"
* expressedBy ^short = "The patient"
* expressedBy ^comment = "the launch"
* addresses ^short = "The readiness note it belongs to"
* addresses ^comment = "the note"

ValueSet: ReadinessNoteGoalStatus
Id: readiness-note-goal-status
Title: "States of the agreed change"
Description: "What Evoke writes. The care team may give it any other state."
* ^url = "urn:oid:2.25.225303994969635414043760540918332801536.10.16"
* http://hl7.org/fhir/goal-status#active
* http://hl7.org/fhir/goal-status#entered-in-error
