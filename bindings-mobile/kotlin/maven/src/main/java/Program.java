import java.time.LocalDate;
import twentsekubus.Language;
import twentsekubus.Report;
import twentsekubus.Validator;

public class Program {
    public static void main(String[] arguments) {
        String portfolio = "{\"format\": \"twentse-kubus/portfolio@1\", \"student\": {\"id\": \"s-1\", \"cohort\": \"ooit\"}}";
        try (Validator validator = new Validator();
             Report report = validator.validate(portfolio, LocalDate.of(2024, 5, 15))) {
            System.out.println(report.getVerdict().label(Language.EN));
            report.getFindings().forEach(finding -> System.out.println(finding.getPath()));
        }
    }
}
