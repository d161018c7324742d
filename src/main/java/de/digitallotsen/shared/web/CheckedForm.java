package de.digitallotsen.shared.web;

import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.PreviewRefusal;
import de.digitallotsen.shared.RefusedException;
import jakarta.ws.rs.core.Response;

/**
 * One form with its check page and its act (R29): what is sent is tried out and kept, the check page stands under an
 * address of its own, and the final click does it if it still does what was shown.
 *
 * @param check what the check page says about what was typed; whatever the act refuses, this refuses
 * @param act does it
 * @param page the form again, with what was typed and what is wrong with it
 * @param again what stands in the form after a refusal
 * @param deed what was done
 */
public record CheckedForm(
        CheckedActs acts,
        BiFunction<Form, String, Check> check,
        Consumer<Form> act,
        Function<Form, ?> page,
        BiFunction<Form, RefusedException, Form> again,
        CheckedActs.Deed deed) {

    /** A form that says after a refusal why, and nothing more. */
    public CheckedForm(
            CheckedActs acts,
            BiFunction<Form, String, Check> check,
            Consumer<Form> act,
            Function<Form, ?> page,
            CheckedActs.Deed deed) {
        this(acts, check, act, page, Form::refused, deed);
    }

    /**
     * The form was sent: what is wrong is said in the form; what can be done is kept and checked.
     *
     * @param address of the check page, for the token of what was kept
     */
    public Response sent(Form form, Function<String, Link> address) {
        if (form.onlyShow()) {
            return Form.again(200, page.apply(form.with(Form.SHOW_AGAIN, "")));
        }
        return Form.answering(
                () -> {
                    check.apply(form, "");
                    return address.apply(acts.keep(form));
                },
                invalid -> page.apply(form.wrong(invalid)),
                refused -> page.apply(again.apply(form, refused)));
    }

    private Response refused(Form form, RefusedException refused) {
        int status = refused.refusal().status();
        if (status != 409 && status != 422) {
            throw refused;
        }
        return Form.again(status, page.apply(again.apply(form, refused)));
    }

    /** The check page; the form, where what was typed cannot be done any more; the result, once it was done. */
    public Response checked(String token) {
        return acts.typed(token)
                .map(typed -> checkPage(typed, token, Form.of(), 200))
                .orElseGet(() -> CheckedActs.result(token).seeOther());
    }

    private Response checkPage(Form typed, String token, Form click, int status) {
        try {
            return Form.again(status, check.apply(typed, token).page(click));
        } catch (InvalidInputException invalid) {
            return Form.again(400, page.apply(typed.wrong(invalid)));
        } catch (RefusedException refused) {
            return refused(typed, refused);
        }
    }

    /** The final click. */
    public Response confirmed(String token, Form click) {
        return acts.typed(token)
                .map(typed -> confirmed(typed, token, click))
                .orElseGet(() -> CheckedActs.result(token).seeOther());
    }

    private Response confirmed(Form typed, String token, Form click) {
        if (click.onlyShow() || click.value(Check.EXPECT).isEmpty()) {
            return checkPage(typed, token, Form.of(), 200);
        }
        try {
            return acts.act(token, click, deed, () -> {
                        act.accept(typed);
                        return null;
                    })
                    .seeOther();
        } catch (RefusedException refused) {
            return refused.refusal() == PreviewRefusal.CHANGED_SINCE_PREVIEW
                    ? checkPage(typed, token, click.refused(refused), 409)
                    : refused(typed, refused);
        }
    }
}
