// Systems by short names. Ours are those of src/fhir/identity.ts.

Alias: $note = urn:oid:2.25.225303994969635414043760540918332801536.1
Alias: $id = urn:oid:2.25.225303994969635414043760540918332801536.2
Alias: $format = urn:oid:2.25.225303994969635414043760540918332801536.3
Alias: $topic = urn:oid:2.25.225303994969635414043760540918332801536.5
Alias: $pco = http://hl7.org/fhir/us/pco/CodeSystem/readiness-assessment-concepts-temporary
Alias: $sct = http://snomed.info/sct
Alias: $loinc = http://loinc.org
Alias: $category = http://terminology.hl7.org/CodeSystem/observation-category
Alias: $us-core-document = http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category
Alias: $absent = http://terminology.hl7.org/CodeSystem/data-absent-reason
Alias: $ucum = http://unitsofmeasure.org
