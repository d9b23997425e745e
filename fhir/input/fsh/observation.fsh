// The readiness note as one Observation: every fact a component.

Invariant: rn-ruler-answer
Description: "A ruler has a number or a reason why there is none, never both."
Expression: "value.exists() xor dataAbsentReason.exists()"
Severity: #error

Invariant: rn-ruler-range
Description: "A ruler's number is a whole number from 0 to 10."
Expression: "(value.ofType(integer).exists() implies (value.ofType(integer) >= 0 and value.ofType(integer) <= 10)) and (value.ofType(Quantity).exists() implies (value.ofType(Quantity).value >= 0 and value.ofType(Quantity).value <= 10 and value.ofType(Quantity).value = value.ofType(Quantity).value.truncate()))"
Severity: #error

Invariant: rn-score-range
Description: "How sure the person is of the step is a whole number from 0 to 10."
Expression: "value.ofType(integer) >= 0 and value.ofType(integer) <= 10"
Severity: #error

Invariant: rn-count
Description: "A count is not negative."
Expression: "value.ofType(integer) >= 0"
Severity: #error

Invariant: rn-format-first
Description: "The first component names the format of the note."
Expression: "component.first().code.coding.where(code = 'note-format').exists()"
Severity: #error

Invariant: rn-marks-change
Description: "The marks for change are at least the quotes for change."
Expression: "component.where(code.coding.where(code = 'ct-count').exists()).exists() implies component.where(code.coding.where(code = 'ct-count').exists()).value.ofType(integer) >= component.where(code.coding.where(code.startsWith('ct-') and code != 'ct-count').exists()).count()"
Severity: #error

Invariant: rn-marks-sustain
Description: "The marks for staying the same are at least the quotes for staying the same."
Expression: "component.where(code.coding.where(code = 'st-count').exists()).exists() implies component.where(code.coding.where(code = 'st-count').exists()).value.ofType(integer) >= component.where(code.coding.where(code.startsWith('st-') and code != 'st-count').exists()).count()"
Severity: #error

Invariant: rn-no-total
Description: "No total is derived: the note as a whole has no value."
Expression: "value.empty()"
Severity: #error

Invariant: rn-both-counts
Description: "Counts of marks appear together or not at all."
Expression: "component.where(code.coding.where(code = 'ct-count').exists()).exists() = component.where(code.coding.where(code = 'st-count').exists()).exists()"
Severity: #error

Invariant: rn-plan-ending
Description: "A note with elements of a plan says how the conversation ended."
Expression: "component.where(code.coding.where(code.startsWith('plan-') and code != 'plan-outcome').exists()).exists() implies component.where(code.coding.where(code = 'plan-outcome').exists()).exists()"
Severity: #error

Profile: ReadinessNoteObservation
Parent: Observation
Id: readiness-note-observation
Title: "Readiness note as an Observation"
Description: "What was said in a motivational interview about one behavior: three rulers, quotes for change and for staying the same, and the plan."
* ^url = "urn:oid:2.25.225303994969635414043760540918332801536.11.1"
* obeys rn-format-first and rn-marks-change and rn-marks-sustain and rn-both-counts and rn-no-total and rn-plan-ending
* identifier 1..1
* identifier.system 1..1
* identifier.system = "urn:oid:2.25.225303994969635414043760540918332801536.2"
* identifier.value 1..1
* status from ReadinessNoteStatus (required)
* category 1..*
* category ^slicing.discriminator.type = #value
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category contains survey 1..1 and socialHistory 0..1
* category[survey] = $category#survey
* category[socialHistory] = $category#social-history
* code = $pco#readiness-assessment
* code.text 1..1
* subject 1..1
* subject only Reference(Patient)
* encounter only Reference(Encounter)
* effective[x] 1..1
* effective[x] only dateTime
* issued 1..1
* performer 1..2
* performer only Reference(Practitioner or PractitionerRole or Patient)
* value[x] 0..0
* dataAbsentReason 0..0
* bodySite 0..0
* method 0..0
* specimen 0..0
* device 0..0
* referenceRange 0..0
* focus 0..1
* focus only Reference(Goal)
* hasMember only Reference(Observation)
* note 1..*
* component 6..*
* component ^slicing.discriminator.type = #value
* component ^slicing.discriminator.path = "code"
* component ^slicing.rules = #open
* component ^slicing.description = "By code. A component without a code holds what an earlier note recorded and this version does not know."
* component contains
    noteFormat 1..1 and
    targetBehaviour 1..1 and
    sensitiveTopic 0..1 and
    changeDirection 0..1 and
    raisedBy 0..1 and
    permission 0..1 and
    lastStepResult 0..1 and
    changeGoal 0..1 and
    whoWasPresent 0..1 and
    lastStepWords 0..1 and
    planNotTodayWhy 0..1 and
    planChange 0..1 and
    planFirstStep 0..1 and
    planSignWorking 0..1 and
    planIfNotWorking 0..1 and
    planCommitment 0..1 and
    planReferral 0..1 and
    planFollowUpHow 0..1 and
    agendaItem 0..* and
    strength 0..* and
    informationGiven 0..* and
    informationView 0..* and
    planReason 0..* and
    planStep 0..* and
    planSupport 0..* and
    planBarrier 0..* and
    planIfThen 0..* and
    importance 1..2 and
    confidence 1..2 and
    readiness 1..2 and
    importanceWhy 0..1 and
    importanceRaise 0..1 and
    confidenceWhy 0..1 and
    confidenceRaise 0..1 and
    readinessWhy 0..1 and
    readinessRaise 0..1 and
    ctDesire 0..* and
    ctAbility 0..* and
    ctReason 0..* and
    ctNeed 0..* and
    ctCommitment 0..* and
    ctActivation 0..* and
    ctTakingSteps 0..* and
    ctOther 0..* and
    ctUnsure 0..* and
    stDesire 0..* and
    stAbility 0..* and
    stReason 0..* and
    stNeed 0..* and
    stCommitment 0..* and
    stActivation 0..* and
    stTakingSteps 0..* and
    stOther 0..* and
    stUnsure 0..* and
    ctCount 0..1 and
    stCount 0..1 and
    planOutcome 0..1 and
    planConfidence 0..1 and
    planFollowUp 0..1 and
    sessionMinutes 0..1
* component[noteFormat].code = $note#note-format
* component[noteFormat].value[x] 1..1
* component[noteFormat].valueString = "1"
* component[targetBehaviour].code = $note#target-behaviour
* component[targetBehaviour].value[x] 1..1
* component[targetBehaviour].value[x] only CodeableConcept
* component[targetBehaviour].valueCodeableConcept from TargetBehaviors (extensible)
* component[targetBehaviour].valueCodeableConcept.text 1..1
* component[sensitiveTopic].code = $note#sensitive-topic
* component[sensitiveTopic].value[x] 1..1
* component[sensitiveTopic].value[x] only boolean
* component[changeDirection].code = $note#change-direction
* component[changeDirection].value[x] 1..1
* component[changeDirection].value[x] only CodeableConcept
* component[changeDirection].valueCodeableConcept from ChangeDirections (required)
* component[raisedBy].code = $note#raised-by
* component[raisedBy].value[x] 1..1
* component[raisedBy].value[x] only CodeableConcept
* component[raisedBy].valueCodeableConcept from RaisedBy (required)
* component[permission].code = $note#permission
* component[permission].value[x] 1..1
* component[permission].value[x] only boolean
* component[lastStepResult].code = $note#last-step-result
* component[lastStepResult].value[x] 1..1
* component[lastStepResult].value[x] only CodeableConcept
* component[lastStepResult].valueCodeableConcept from LastStepResults (required)
* component[changeGoal].code = $note#change-goal
* component[changeGoal].value[x] 1..1
* component[changeGoal].value[x] only string
* component[whoWasPresent].code = $note#who-was-present
* component[whoWasPresent].value[x] 1..1
* component[whoWasPresent].value[x] only string
* component[lastStepWords].code = $note#last-step-words
* component[lastStepWords].value[x] 1..1
* component[lastStepWords].value[x] only string
* component[planNotTodayWhy].code = $note#plan-not-today-why
* component[planNotTodayWhy].value[x] 1..1
* component[planNotTodayWhy].value[x] only string
* component[planChange].code = $note#plan-change
* component[planChange].value[x] 1..1
* component[planChange].value[x] only string
* component[planFirstStep].code = $note#plan-first-step
* component[planFirstStep].value[x] 1..1
* component[planFirstStep].value[x] only string
* component[planSignWorking].code = $note#plan-sign-working
* component[planSignWorking].value[x] 1..1
* component[planSignWorking].value[x] only string
* component[planIfNotWorking].code = $note#plan-if-not-working
* component[planIfNotWorking].value[x] 1..1
* component[planIfNotWorking].value[x] only string
* component[planCommitment].code = $note#plan-commitment
* component[planCommitment].value[x] 1..1
* component[planCommitment].value[x] only string
* component[planReferral].code = $note#plan-referral
* component[planReferral].value[x] 1..1
* component[planReferral].value[x] only string
* component[planFollowUpHow].code = $note#plan-follow-up-how
* component[planFollowUpHow].value[x] 1..1
* component[planFollowUpHow].value[x] only string
* component[agendaItem].code = $note#agenda-item
* component[agendaItem].value[x] 1..1
* component[agendaItem].value[x] only string
* component[strength].code = $note#strength
* component[strength].value[x] 1..1
* component[strength].value[x] only string
* component[informationGiven].code = $note#information-given
* component[informationGiven].value[x] 1..1
* component[informationGiven].value[x] only string
* component[informationView].code = $note#information-view
* component[informationView].value[x] 1..1
* component[informationView].value[x] only string
* component[planReason].code = $note#plan-reason
* component[planReason].value[x] 1..1
* component[planReason].value[x] only string
* component[planStep].code = $note#plan-step
* component[planStep].value[x] 1..1
* component[planStep].value[x] only string
* component[planSupport].code = $note#plan-support
* component[planSupport].value[x] 1..1
* component[planSupport].value[x] only string
* component[planBarrier].code = $note#plan-barrier
* component[planBarrier].value[x] 1..1
* component[planBarrier].value[x] only string
* component[planIfThen].code = $note#plan-if-then
* component[planIfThen].value[x] 1..1
* component[planIfThen].value[x] only string
* component[importance].code = $pco#importance
* component[importance] obeys rn-ruler-answer and rn-ruler-range
* component[importance].value[x] only integer or Quantity or CodeableConcept or string
* component[importance].dataAbsentReason from RulerAbsentReasons (required)
* component[confidence].code = $pco#confidence
* component[confidence] obeys rn-ruler-answer and rn-ruler-range
* component[confidence].value[x] only integer or Quantity or CodeableConcept or string
* component[confidence].dataAbsentReason from RulerAbsentReasons (required)
* component[readiness].code = $note#readiness
* component[readiness] obeys rn-ruler-answer and rn-ruler-range
* component[readiness].value[x] only integer or Quantity or CodeableConcept or string
* component[readiness].dataAbsentReason from RulerAbsentReasons (required)
* component[importanceWhy].code = $note#importance-why
* component[importanceWhy].value[x] 1..1
* component[importanceWhy].value[x] only string
* component[importanceRaise].code = $note#importance-raise
* component[importanceRaise].value[x] 1..1
* component[importanceRaise].value[x] only string
* component[confidenceWhy].code = $note#confidence-why
* component[confidenceWhy].value[x] 1..1
* component[confidenceWhy].value[x] only string
* component[confidenceRaise].code = $note#confidence-raise
* component[confidenceRaise].value[x] 1..1
* component[confidenceRaise].value[x] only string
* component[readinessWhy].code = $note#readiness-why
* component[readinessWhy].value[x] 1..1
* component[readinessWhy].value[x] only string
* component[readinessRaise].code = $note#readiness-raise
* component[readinessRaise].value[x] 1..1
* component[readinessRaise].value[x] only string
* component[ctDesire].code = $note#ct-desire
* component[ctDesire].value[x] 1..1
* component[ctDesire].value[x] only string
* component[ctAbility].code = $note#ct-ability
* component[ctAbility].value[x] 1..1
* component[ctAbility].value[x] only string
* component[ctReason].code = $note#ct-reason
* component[ctReason].value[x] 1..1
* component[ctReason].value[x] only string
* component[ctNeed].code = $note#ct-need
* component[ctNeed].value[x] 1..1
* component[ctNeed].value[x] only string
* component[ctCommitment].code = $note#ct-commitment
* component[ctCommitment].value[x] 1..1
* component[ctCommitment].value[x] only string
* component[ctActivation].code = $note#ct-activation
* component[ctActivation].value[x] 1..1
* component[ctActivation].value[x] only string
* component[ctTakingSteps].code = $note#ct-taking-steps
* component[ctTakingSteps].value[x] 1..1
* component[ctTakingSteps].value[x] only string
* component[ctOther].code = $note#ct-other
* component[ctOther].value[x] 1..1
* component[ctOther].value[x] only string
* component[ctUnsure].code = $note#ct-unsure
* component[ctUnsure].value[x] 1..1
* component[ctUnsure].value[x] only string
* component[stDesire].code = $note#st-desire
* component[stDesire].value[x] 1..1
* component[stDesire].value[x] only string
* component[stAbility].code = $note#st-ability
* component[stAbility].value[x] 1..1
* component[stAbility].value[x] only string
* component[stReason].code = $note#st-reason
* component[stReason].value[x] 1..1
* component[stReason].value[x] only string
* component[stNeed].code = $note#st-need
* component[stNeed].value[x] 1..1
* component[stNeed].value[x] only string
* component[stCommitment].code = $note#st-commitment
* component[stCommitment].value[x] 1..1
* component[stCommitment].value[x] only string
* component[stActivation].code = $note#st-activation
* component[stActivation].value[x] 1..1
* component[stActivation].value[x] only string
* component[stTakingSteps].code = $note#st-taking-steps
* component[stTakingSteps].value[x] 1..1
* component[stTakingSteps].value[x] only string
* component[stOther].code = $note#st-other
* component[stOther].value[x] 1..1
* component[stOther].value[x] only string
* component[stUnsure].code = $note#st-unsure
* component[stUnsure].value[x] 1..1
* component[stUnsure].value[x] only string
* component[ctCount].code = $note#ct-count
* component[ctCount] obeys rn-count
* component[ctCount].value[x] 1..1
* component[ctCount].value[x] only integer
* component[stCount].code = $note#st-count
* component[stCount] obeys rn-count
* component[stCount].value[x] 1..1
* component[stCount].value[x] only integer
* component[planOutcome].code = $note#plan-outcome
* component[planOutcome].value[x] 1..1
* component[planOutcome].value[x] only CodeableConcept
* component[planOutcome].valueCodeableConcept from PlanOutcomes (required)
* component[planConfidence].code = $note#plan-confidence
* component[planConfidence] obeys rn-score-range
* component[planConfidence].value[x] 1..1
* component[planConfidence].value[x] only integer
* component[planFollowUp].code = $note#plan-follow-up
* component[planFollowUp].value[x] 1..1
* component[planFollowUp].value[x] only dateTime
* component[sessionMinutes].code = $note#session-minutes
* component[sessionMinutes].value[x] 1..1
* component[sessionMinutes].value[x] only Quantity
* component[sessionMinutes].valueQuantity.value 1..1
* component[sessionMinutes].valueQuantity.system = "http://unitsofmeasure.org"
* component[sessionMinutes].valueQuantity.code = #min
* identifier ^short = "The number of the note: a UUID, made when the interview begins and never changed"
* identifier ^comment = "Evoke"
* status ^short = "final when filed; amended, corrected or entered-in-error later"
* status ^comment = "the signature, a change or a retraction"
* category ^short = "survey, and social-history unless the site turns it off"
* category ^comment = "fixed, and the site configuration"
* code ^short = "Readiness assessment of HL7 Person-Centered Outcomes. The text names the topic, unless the title is discreet"
* code ^comment = "fixed, and the topic"
* subject ^short = "The patient"
* subject ^comment = "the launch"
* encounter ^short = "The visit"
* encounter ^comment = "the launch, and the chart for its name"
* effective[x] ^short = "When the conversation began, with the offset of the place"
* effective[x] ^comment = "the first mark"
* issued ^short = "When the note was signed"
* issued ^comment = "the signature"
* performer ^short = "The clinician who signed, and the patient, who answered"
* performer ^comment = "the sign-in and the launch"
* note ^short = "The whole note as text, then a line for each later change"
* note ^comment = "the note, and the reason of each change"
* focus ^short = "The agreed change as a Goal"
* focus ^comment = "only if the site asks for it"
* hasMember ^short = "Ruler answers as Observations of their own"
* hasMember ^comment = "only if the site asks for it"
* component ^short = "Every fact of the note, in a fixed order"
* component ^comment = "the conversation"

ValueSet: ReadinessNoteStatus
Id: readiness-note-status
Title: "States of a readiness note"
Description: "A draft stays on the device and is never filed."
* ^url = "urn:oid:2.25.225303994969635414043760540918332801536.10.11"
* http://hl7.org/fhir/observation-status#final
* http://hl7.org/fhir/observation-status#amended
* http://hl7.org/fhir/observation-status#corrected
* http://hl7.org/fhir/observation-status#entered-in-error
