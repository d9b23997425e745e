import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.StructureDefinition;

/**
 * Validates every JSON file of a folder with HL7's engine, against base R4 and the profile of its type. Arguments: the
 * folder of our conformance resources, the folder to validate. Prints one line a message: file, severity, message id,
 * location and text, separated by tabs, and one line "done" a file.
 */
public final class NoteValidator {
  private static final String ROOT = "urn:oid:2.25.225303994969635414043760540918332801536";
  /** An Observation with an identifier of this system holds one ruler answer. */
  private static final String PART_SYSTEM = "\"" + ROOT + ".6\"";
  private static final String ANSWER = "readiness-note-answer";
  private static final String ANSWER_URL = ROOT + ".11.4";

  public static void main(String[] args) throws IOException {
    FhirContext context = FhirContext.forR4();
    PrePopulatedValidationSupport ours = new PrePopulatedValidationSupport(context);
    Questionnaires questionnaires = new Questionnaires(context);
    for (Path file : jsonFiles(Path.of(args[0]))) {
      IBaseResource resource = parse(context, file);
      ours.addResource(resource);
      if (resource instanceof Questionnaire questionnaire) {
        questionnaires.byUrl.put(questionnaire.getUrl(), questionnaire);
      }
    }
    FhirValidator validator = context.newValidator();
    FhirInstanceValidator module = new FhirInstanceValidator(chain(context, ours, questionnaires));
    module.setAnyExtensionsAllowed(true);
    module.setNoTerminologyChecks(false);
    validator.registerValidatorModule(module);
    Map<String, String> profiles = profilesByType(ours);
    for (Path file : jsonFiles(Path.of(args[1]))) {
      report(validator, profiles, context, file);
    }
  }

  /** Everything a code or a profile is looked up in: base R4, our own resources, and nothing on a network. */
  private static ValidationSupportChain chain(
      FhirContext context, PrePopulatedValidationSupport ours, Questionnaires questionnaires) {
    UnknownCodeSystemWarningValidationSupport unknown = new UnknownCodeSystemWarningValidationSupport(context);
    unknown.setNonExistentCodeSystemSeverity(IValidationSupport.IssueSeverity.INFORMATION);
    return new ValidationSupportChain(
        new DefaultProfileValidationSupport(context),
        ours,
        questionnaires,
        new InMemoryTerminologyServerValidationSupport(context),
        new CommonCodeSystemsTerminologyService(context),
        new SnapshotGeneratingValidationSupport(context),
        unknown);
  }

  /** Finds a questionnaire by its canonical, which the pre-populated support does not. */
  private static final class Questionnaires implements IValidationSupport {
    private final FhirContext context;
    private final Map<String, Questionnaire> byUrl = new HashMap<>();

    private Questionnaires(FhirContext context) {
      this.context = context;
    }

    @Override
    public FhirContext getFhirContext() {
      return context;
    }

    @Override
    public <T extends IBaseResource> T fetchResource(Class<T> type, String url) {
      Questionnaire found = byUrl.get(url);
      return type != null && type.isInstance(found) ? type.cast(found) : null;
    }
  }

  private static Map<String, String> profilesByType(PrePopulatedValidationSupport ours) {
    return ours.<StructureDefinition>fetchAllStructureDefinitions().stream()
        .filter(profile -> !profile.getIdElement().getIdPart().equals(ANSWER))
        .collect(java.util.stream.Collectors.toMap(StructureDefinition::getType, StructureDefinition::getUrl));
  }

  private static void report(FhirValidator validator, Map<String, String> profiles, FhirContext context, Path file)
      throws IOException {
    String text = Files.readString(file);
    ValidationOptions options = new ValidationOptions();
    String type = parse(context, file).fhirType();
    boolean isAnswer = type.equals("Observation") && text.contains(PART_SYSTEM);
    String profile = isAnswer ? ANSWER_URL : profiles.get(type);
    if (profile != null && !file.getFileName().toString().startsWith("base-")) {
      options.addProfile(profile);
    }
    for (SingleValidationMessage message : validator.validateWithResult(text, options).getMessages()) {
      System.out.println(String.join("\t",
          file.getFileName().toString(),
          String.valueOf(message.getSeverity()),
          String.valueOf(message.getMessageId()),
          String.valueOf(message.getLocationString()),
          String.valueOf(message.getMessage()).replaceAll("\\s+", " ")));
    }
    System.out.println("done\t" + file.getFileName());
  }

  private static IBaseResource parse(FhirContext context, Path file) throws IOException {
    return context.newJsonParser().parseResource(Files.readString(file));
  }

  private static List<Path> jsonFiles(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted(Comparator.naturalOrder()).toList();
    }
  }
}
