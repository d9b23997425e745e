// Code systems and value sets of the readiness note. A test holds the codes equal to src/fhir/codes.ts.
// A code is never renamed, reused or given another meaning.

CodeSystem: ReadinessNoteCodes
Id: readiness-note
Title: "Parts of a readiness note"
Description: "What a readiness note records of a motivational interview. Codes are never renamed, reused or given another meaning."
* ^url = "urn:oid:2.25.225303994969635414043760540918332801536.1"
* ^caseSensitive = true
* ^content = #complete
* #note-format "Format of this note"
* #target-behaviour "What the talk was about"
* #sensitive-topic "Discreet title"
* #change-goal "Goal"
* #change-direction "Direction of change"
* #direction-stop "Stop"
* #direction-cut-down "Cut down"
* #direction-start "Start"
* #direction-do-more "Do more"
* #direction-keep-going "Keep going"
* #direction-change-how "Change how or when"
* #direction-explore "Not decided yet"
* #raised-by "Who brought it up"
* #raised-patient "The patient"
* #raised-clinician "The clinician"
* #raised-both "Both"
* #permission "Fine to talk about it"
* #agenda-item "On the agenda"
* #strength "Strength"
* #who-was-present "Who was present"
* #last-step-result "How the last step went"
* #step-done "Done"
* #step-partly "Partly"
* #step-not-yet "Not yet"
* #last-step-words "About the last step, in their words"
* #information-given "Information given"
* #information-view "What they make of it"
* #readiness "Readiness to change"
* #importance-why "Why that importance"
* #importance-raise "What would raise importance"
* #confidence-why "Why that confidence"
* #confidence-raise "What would raise confidence"
* #readiness-why "Why that readiness"
* #readiness-raise "What would raise readiness"
* #ct-desire "For change: desire"
* #ct-ability "For change: ability"
* #ct-reason "For change: reason"
* #ct-need "For change: need"
* #ct-commitment "For change: commitment"
* #ct-activation "For change: activation"
* #ct-taking-steps "For change: taking steps"
* #ct-other "For change: other"
* #ct-unsure "For change"
* #st-desire "For staying the same: desire"
* #st-ability "For staying the same: ability"
* #st-reason "For staying the same: reason"
* #st-need "For staying the same: need"
* #st-commitment "For staying the same: commitment"
* #st-activation "For staying the same: activation"
* #st-taking-steps "For staying the same: taking steps"
* #st-other "For staying the same: other"
* #st-unsure "For staying the same"
* #ct-count "Marks for change"
* #st-count "Marks for staying the same"
* #plan-outcome "How the talk ended"
* #plan-agreed "A plan was agreed"
* #plan-not-today "No plan today, door open"
* #plan-not-today-why "Why no plan today"
* #plan-change "What to change or keep"
* #plan-reason "Why it matters"
* #plan-first-step "First step"
* #plan-step "A further step"
* #plan-support "Who can help, and how"
* #plan-sign-working "How to tell it is working"
* #plan-barrier "What could get in the way"
* #plan-if-then "What to do if that happens"
* #plan-if-not-working "If the plan does not work"
* #plan-confidence "How sure of this step, 0 to 10"
* #plan-commitment "The plan in their words"
* #plan-referral "Who else they will see"
* #plan-follow-up "Day of the next talk"
* #plan-follow-up-how "How they talk again"
* #session-minutes "Minutes of the talk"

CodeSystem: ReadinessNoteFormats
Id: note-format
Title: "Formats of a readiness note as text"
Description: "The versions of the plain-text form of a readiness note."
* ^url = "urn:oid:2.25.225303994969635414043760540918332801536.3"
* ^caseSensitive = true
* ^content = #complete
* #evoke-text-1 "Readiness note, text version 1"
* #evoke-text-2 "Readiness note, text version 2"

CodeSystem: ReadinessNoteTopics
Id: readiness-note-topic
Title: "Topics that share one code of SNOMED CT"
Description: "Filed after the general code, so that other software can tell one topic from another. Codes are never renamed, reused or given another meaning."
* ^url = "urn:oid:2.25.225303994969635414043760540918332801536.5"
* ^caseSensitive = true
* ^content = #complete
* #smoking "Smoking"
* #vaping "Vaping"
* #smoke-free-home "Smoke-free home"
* #cannabis "Cannabis"
* #other-substances "Other substances"
* #safer-use "Safer use"
* #substance-treatment "Treatment for substance use"
* #activity "Physical activity"
* #walking "Walking"
* #regular-meals "Regular meals"
* #sweet-drinks "Sweet drinks"
* #vegetables "Vegetables"
* #taking-medicines "Taking medicines"
* #refills "Refilling on time"
* #side-effects "Asking about side effects"
* #preventer "Controller inhaler"
* #triggers "Knowing my triggers"
* #action-plan "Asthma action plan"
* #home-readings "Blood pressure at home"
* #salt "Salt"
* #pacing "Pacing myself"
* #valued-activity "One thing I enjoy each week"
* #therapy "Therapy"
* #facing-fears "Facing a fear in small steps"
* #worry-time "A set time for worry"
* #grounding "Breathing or grounding"
* #appointments "Keeping appointments"
* #screening-test "Having the test"
* #vaccination "Vaccination"
* #dental-care "Dental care"

ValueSet: ReadinessNoteComponents
Id: readiness-note-component
Title: "Components of a readiness note"
Description: "Every code that a component of the note may have."
* ^url = "urn:oid:2.25.225303994969635414043760540918332801536.10.1"
* $note#note-format
* $note#target-behaviour
* $note#sensitive-topic
* $note#change-goal
* $note#change-direction
* $note#raised-by
* $note#permission
* $note#agenda-item
* $note#strength
* $note#who-was-present
* $note#last-step-result
* $note#last-step-words
* $note#information-given
* $note#information-view
* $note#readiness
* $note#importance-why
* $note#importance-raise
* $note#confidence-why
* $note#confidence-raise
* $note#readiness-why
* $note#readiness-raise
* $note#ct-desire
* $note#ct-ability
* $note#ct-reason
* $note#ct-need
* $note#ct-commitment
* $note#ct-activation
* $note#ct-taking-steps
* $note#ct-other
* $note#ct-unsure
* $note#st-desire
* $note#st-ability
* $note#st-reason
* $note#st-need
* $note#st-commitment
* $note#st-activation
* $note#st-taking-steps
* $note#st-other
* $note#st-unsure
* $note#ct-count
* $note#st-count
* $note#plan-outcome
* $note#plan-not-today-why
* $note#plan-change
* $note#plan-reason
* $note#plan-first-step
* $note#plan-step
* $note#plan-support
* $note#plan-sign-working
* $note#plan-barrier
* $note#plan-if-then
* $note#plan-if-not-working
* $note#plan-confidence
* $note#plan-commitment
* $note#plan-referral
* $note#plan-follow-up
* $note#plan-follow-up-how
* $note#session-minutes
* $pco#importance
* $pco#confidence

ValueSet: TargetBehaviors
Id: target-behavior
Title: "Target behaviors of a readiness note"
Description: "Codes of behaviors that people talk about. Displays are left out, because some displays of SNOMED CT stigmatize."
* ^url = "urn:oid:2.25.225303994969635414043760540918332801536.10.2"
* $sct#228272008
* $sct#229819007
* $sct#256235009
* $sct#363908000
* $sct#364393001
* $sct#418633004
* $sct#68130003
* $sct#897148007
* $topic#smoking
* $topic#vaping
* $topic#smoke-free-home
* $topic#cannabis
* $topic#other-substances
* $topic#safer-use
* $topic#substance-treatment
* $topic#activity
* $topic#walking
* $topic#regular-meals
* $topic#sweet-drinks
* $topic#vegetables
* $topic#taking-medicines
* $topic#refills
* $topic#side-effects
* $topic#preventer
* $topic#triggers
* $topic#action-plan
* $topic#home-readings
* $topic#salt
* $topic#pacing
* $topic#valued-activity
* $topic#therapy
* $topic#facing-fears
* $topic#worry-time
* $topic#grounding
* $topic#appointments
* $topic#screening-test
* $topic#vaccination
* $topic#dental-care

ValueSet: TalkKinds
Id: talk-kind
Title: "Sides and strands of change talk and sustain talk"
Description: "DARN-CAT: desire, ability, reason, need, commitment, activation, taking steps, and two for speech that fits no strand or is not decided."
* ^url = "urn:oid:2.25.225303994969635414043760540918332801536.10.3"
* $note#ct-desire
* $note#ct-ability
* $note#ct-reason
* $note#ct-need
* $note#ct-commitment
* $note#ct-activation
* $note#ct-taking-steps
* $note#ct-other
* $note#ct-unsure
* $note#st-desire
* $note#st-ability
* $note#st-reason
* $note#st-need
* $note#st-commitment
* $note#st-activation
* $note#st-taking-steps
* $note#st-other
* $note#st-unsure

ValueSet: ChangeDirections
Id: change-direction
Title: "Directions of change"
Description: "What the person wants to do about the behavior."
* ^url = "urn:oid:2.25.225303994969635414043760540918332801536.10.4"
* $note#direction-stop
* $note#direction-cut-down
* $note#direction-start
* $note#direction-do-more
* $note#direction-keep-going
* $note#direction-change-how
* $note#direction-explore

ValueSet: RaisedBy
Id: raised-by
Title: "Who brought it up"
Description: "Who named the behavior first."
* ^url = "urn:oid:2.25.225303994969635414043760540918332801536.10.5"
* $note#raised-patient
* $note#raised-clinician
* $note#raised-both

ValueSet: LastStepResults
Id: last-step-result
Title: "How the last step went"
Description: "In the view of the person."
* ^url = "urn:oid:2.25.225303994969635414043760540918332801536.10.6"
* $note#step-done
* $note#step-partly
* $note#step-not-yet

ValueSet: PlanOutcomes
Id: plan-outcome
Title: "How the conversation ended"
Description: "Two equal endings: a plan, or an open door."
* ^url = "urn:oid:2.25.225303994969635414043760540918332801536.10.7"
* $note#plan-agreed
* $note#plan-not-today

ValueSet: RulerAbsentReasons
Id: ruler-absent-reason
Title: "Why a ruler has no number"
Description: "A ruler that was not asked or was declined says so. A missing number is never zero."
* ^url = "urn:oid:2.25.225303994969635414043760540918332801536.10.8"
* $absent#not-asked
* $absent#asked-declined

ValueSet: PlanElements
Id: plan-element
Title: "Elements of a change plan"
Description: "Codes of the plan in a readiness note."
* ^url = "urn:oid:2.25.225303994969635414043760540918332801536.10.9"
* $note#plan-outcome
* $note#plan-not-today-why
* $note#plan-change
* $note#plan-reason
* $note#plan-first-step
* $note#plan-step
* $note#plan-support
* $note#plan-sign-working
* $note#plan-barrier
* $note#plan-if-then
* $note#plan-if-not-working
* $note#plan-confidence
* $note#plan-commitment
* $note#plan-referral
* $note#plan-follow-up
* $note#plan-follow-up-how

ValueSet: Rulers
Id: ruler
Title: "Rulers of a readiness note"
Description: "Importance, confidence and readiness, each from 0 to 10."
* ^url = "urn:oid:2.25.225303994969635414043760540918332801536.10.10"
* $pco#importance
* $pco#confidence
* $note#readiness
