// The readiness note as answers to its questionnaire.

Invariant: rn-response-text
Description: "The last item holds the whole note as text."
Expression: "item.last().linkId = 'note-text'"
Severity: #error

Invariant: rn-response-format
Description: "The first item names the format of the note."
Expression: "item.first().linkId = 'note-format'"
Severity: #error

Invariant: rn-response-rulers
Description: "Each ruler is answered: a number, a reason why there is none, or words."
Expression: "item.where(linkId.startsWith('importance')).exists() and item.where(linkId.startsWith('confidence')).exists() and item.where(linkId.startsWith('readiness')).exists()"
Severity: #error

Invariant: rn-response-range
Description: "A number on a ruler is from 0 to 10."
Expression: "item.where(linkId in ('importance' | 'importance-again' | 'confidence' | 'confidence-again' | 'readiness' | 'readiness-again' | 'plan-confidence')).answer.value.all($this >= 0 and $this <= 10)"
Severity: #error

Invariant: rn-response-one-answer
Description: "A ruler has a number or a reason, never both."
Expression: "(item.where(linkId = 'importance').exists() and item.where(linkId = 'importance-absent').exists()).not() and (item.where(linkId = 'confidence').exists() and item.where(linkId = 'confidence-absent').exists()).not() and (item.where(linkId = 'readiness').exists() and item.where(linkId = 'readiness-absent').exists()).not()"
Severity: #error

Profile: ReadinessNoteResponse
Parent: QuestionnaireResponse
Id: readiness-note-response
Title: "Readiness note as form answers"
Description: "The answers of a readiness note to its questionnaire, version 2."
* ^url = "urn:oid:2.25.225303994969635414043760540918332801536.11.3"
* obeys rn-response-text and rn-response-format and rn-response-rulers and rn-response-range and rn-response-one-answer
* identifier 1..1
* identifier.system = "urn:oid:2.25.225303994969635414043760540918332801536.2"
* identifier.value 1..1
* questionnaire 1..1
* questionnaire = "urn:oid:2.25.225303994969635414043760540918332801536.4.2"
* status from ReadinessNoteResponseStatus (required)
* subject 1..1
* subject only Reference(Patient)
* encounter only Reference(Encounter)
* authored 1..1
* author 0..1
* author only Reference(Practitioner or PractitionerRole)
* source 1..1
* source only Reference(Patient)
* item 6..*
* identifier ^short = "The number of the note"
* identifier ^comment = "Evoke"
* questionnaire ^short = "The questionnaire, in the version that was answered"
* questionnaire ^comment = "fixed"
* status ^short = "completed, amended or entered-in-error"
* status ^comment = "the signature, a change or a retraction"
* subject ^short = "The patient"
* subject ^comment = "the launch"
* encounter ^short = "The visit"
* encounter ^comment = "the launch, and the chart for its name"
* authored ^short = "When the note was signed"
* authored ^comment = "the signature"
* author ^short = "The clinician who signed"
* author ^comment = "the sign-in"
* source ^short = "The patient, who answered"
* source ^comment = "the launch"
* item ^short = "One item for each question. The table below names them"
* item ^comment = "the conversation"

ValueSet: ReadinessNoteResponseStatus
Id: readiness-note-response-status
Title: "States of a readiness note as form answers"
Description: "A response has no word for corrected: the reason is in its answers and its text."
* ^url = "urn:oid:2.25.225303994969635414043760540918332801536.10.14"
* http://hl7.org/fhir/questionnaire-answers-status#completed
* http://hl7.org/fhir/questionnaire-answers-status#amended
* http://hl7.org/fhir/questionnaire-answers-status#entered-in-error
