package io.armature.engine.script;

import com.oracle.truffle.api.instrumentation.TruffleInstrument;
import com.oracle.truffle.api.instrumentation.provider.TruffleInstrumentProvider;
import java.util.Collection;
import java.util.List;

/** Lets the engine of scripts find {@link BudgetInstrument}. */
@TruffleInstrument.Registration(
        id = BudgetInstrument.ID,
        name = "Budgets of hooks",
        version = "1",
        services = BudgetInstrument.class)
public final class BudgetInstrumentProvider extends TruffleInstrumentProvider {

    @Override
    protected String getInstrumentClassName() {
        return BudgetInstrument.class.getName();
    }

    @Override
    protected Object create() {
        return new BudgetInstrument();
    }

    @Override
    protected Collection<String> getServicesClassNames() {
        return List.of(BudgetInstrument.class.getName());
    }

    @Override
    protected Object createInternalResource(String resource) {
        throw new IllegalArgumentException(resource);
    }

    @Override
    protected List<String> getInternalResourceIds() {
        return List.of();
    }
}
