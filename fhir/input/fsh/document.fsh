// The readiness note as a document: the whole text in one attachment.

Invariant: rn-document-size
Description: "The attachment says how many bytes of text it holds."
Expression: "size > 0"
Severity: #error

Profile: ReadinessNoteDocument
Parent: DocumentReference
Id: readiness-note-document
Title: "Readiness note as a document"
Description: "The plain-text form of a readiness note. It follows US Core Clinical Notes. A retraction in short form (status alone) is a partial update and conforms to no profile."
* ^url = "urn:oid:2.25.225303994969635414043760540918332801536.11.2"
* identifier 0..1
* identifier.system = "urn:oid:2.25.225303994969635414043760540918332801536.2"
* identifier.value 1..1
* status from ReadinessNoteDocumentStatus (required)
* docStatus 1..1
* type 1..1
* category 1..*
* category ^slicing.discriminator.type = #value
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category contains clinicalNote 1..1
* category[clinicalNote] = $us-core-document#clinical-note
* subject 1..1
* subject only Reference(Patient)
* date 1..1
* author 0..1
* author only Reference(Practitioner or PractitionerRole)
* relatesTo 0..1
* relatesTo.code = #replaces
* content 1..1
* content.attachment obeys rn-document-size
* content.attachment.contentType 1..1
* content.attachment.data 1..1
* content.attachment.title = "Readiness note"
* content.attachment.creation 1..1
* content.format from ReadinessNoteFormatsUsed (required)
* context 1..1
* context.encounter 0..1
* context.encounter only Reference(Encounter)
* context.period 1..1
* context.period.start 1..1
* context.period.end 1..1
* identifier ^short = "The number of the note. A server may drop it: the text names it too"
* identifier ^comment = "Evoke"
* status ^short = "current, superseded or entered-in-error"
* status ^comment = "the filing, a correction or a retraction"
* docStatus ^short = "final, or entered-in-error"
* docStatus ^comment = "the signature or a retraction"
* type ^short = "The kind of note"
* type ^comment = "the site configuration"
* category ^short = "Clinical note"
* category ^comment = "fixed"
* subject ^short = "The patient"
* subject ^comment = "the launch"
* date ^short = "When the document was filed"
* date ^comment = "the signature"
* author ^short = "The clinician who signed"
* author ^comment = "the sign-in"
* relatesTo ^short = "The document that a correction replaces"
* relatesTo ^comment = "a correction"
* content.attachment.contentType ^short = "Plain text in UTF-8"
* content.attachment.contentType ^comment = "the site configuration"
* content.attachment.data ^short = "The whole note as text, in base64"
* content.attachment.data ^comment = "the note"
* content.attachment.title ^short = "Always the same, so that a list names no topic"
* content.attachment.title ^comment = "fixed"
* content.attachment.creation ^short = "When the note was signed"
* content.attachment.creation ^comment = "the signature"
* content.format ^short = "The version of the text form"
* content.format ^comment = "Evoke"
* context.encounter ^short = "The visit"
* context.encounter ^comment = "the launch, and the chart for its name"
* context.period ^short = "From the beginning of the conversation to its end"
* context.period ^comment = "the first mark, and the minutes or the signature"

ValueSet: ReadinessNoteDocumentStatus
Id: readiness-note-document-status
Title: "States of a readiness note as a document"
Description: "A document that a correction replaced is superseded."
* ^url = "urn:oid:2.25.225303994969635414043760540918332801536.10.12"
* http://hl7.org/fhir/document-reference-status#current
* http://hl7.org/fhir/document-reference-status#superseded
* http://hl7.org/fhir/document-reference-status#entered-in-error

ValueSet: ReadinessNoteFormatsUsed
Id: readiness-note-format
Title: "Formats of a readiness note as text"
Description: "All versions of the plain-text form."
* ^url = "urn:oid:2.25.225303994969635414043760540918332801536.10.13"
* include codes from system ReadinessNoteFormats
