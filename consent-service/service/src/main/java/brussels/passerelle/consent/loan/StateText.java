package brussels.passerelle.consent.loan;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** States in the database as in the API. */
@Converter(autoApply = true)
public class StateText implements AttributeConverter<State, String> {
    @Override
    public String convertToDatabaseColumn(State state) {
        return state.text();
    }

    @Override
    public State convertToEntityAttribute(String text) {
        return State.of(text).orElseThrow();
    }
}
