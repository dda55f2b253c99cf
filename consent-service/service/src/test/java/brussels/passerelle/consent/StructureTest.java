package brussels.passerelle.consent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.transaction.UserTransaction;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;

/** The structure tests itself. */
class StructureTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("brussels.passerelle.consent");

    @Test
    void featuresDoNotDependOnEachOtherInCircles() {
        slices().matching("brussels.passerelle.consent.(*)..").should().beFreeOfCycles().check(OURS);
    }

    /** Rules that can be read and tested without a server. */
    @Test
    void pureCoresKnowNoContainer() {
        noClasses().that().haveSimpleName("State").or().haveSimpleName("OpeningPolicy").or().haveSimpleName("Decision")
                .or().haveSimpleName("NewLoan").or().haveSimpleName("NewAccount").or().haveSimpleName("ByteRange").or()
                .haveSimpleName("ContentDigest").or().haveSimpleName("Event").or().haveSimpleName("Asked").or()
                .haveSimpleName("NewMask").or()
                .haveSimpleName("Lifters").or().haveSimpleName("Tag").or().haveSimpleName("Stage").or()
                .haveSimpleName("Course").or().haveSimpleName("NewKit").or().haveSimpleName("ShownCard").or()
                .haveSimpleName("Proof").or().haveSimpleName("Wish").should()
                .dependOnClassesThat().resideInAnyPackage("jakarta..", "javax..", "java.net.http..", "java.sql..")
                .check(OURS);
    }

    /** One place begins transactions, so one place names the account to the database. */
    @Test
    void onlyTheWallBeginsTransactions() {
        noClasses().that().resideOutsideOfPackage("..wall..").should().dependOnClassesThat()
                .areAssignableTo(UserTransaction.class).check(OURS);
        noClasses().should().dependOnClassesThat().haveFullyQualifiedName("jakarta.transaction.Transactional")
                .check(OURS);
    }

    /** Nothing writes into the log but the book, and nobody but features speaks HTTP. */
    @Test
    void doorsAreNamedAsDoors() {
        classes().that().areAnnotatedWith(Path.class).should().haveSimpleNameEndingWith("Resource").check(OURS);
        noClasses().that().haveSimpleNameNotEndingWith("Resource").and().haveSimpleNameNotEndingWith("Answer").and()
                .haveSimpleNameNotEndingWith("Api").should().dependOnClassesThat().resideInAPackage("jakarta.ws.rs..")
                .check(OURS);
    }
}
