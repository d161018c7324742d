package de.digitallotsen.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import de.digitallotsen.shared.Role;

/** The table of all routes and of who may take them. */
final class AccessMatrix {

    /**
     * Status by visitor: nobody; staff of the Kommune whose registration it is; staff of another Kommune; NSI;
     * Ministry. {@code login}: led to the sign-in page, and from there back. What auditors get follows from that of the
     * others, see {@link #dueToAuditors}.
     */
    private static final String MATRIX = """
            POST /api/v1/auth/token                              200   200 200 200 200
            POST /api/v1/auth/refresh                            200   200 200 200 200
            POST /api/v1/auth/sign-out                           401   204 204 204 204
            POST /api/v1/auth/password                           401   204 204 204 204
            GET  /api/v1/auth/sessions                           401   200 200 200 200
            DELETE /api/v1/auth/sessions/{id}                    401   404 404 404 404
            POST /api/v1/auth/sign-out-everywhere                401   204 204 204 204
            POST /api/v1/auth/password-reset                     202   202 202 202 202
            POST /api/v1/auth/password-reset/completion          404   404 404 404 404
            POST /api/v1/auth/second-factor                      401   201 201 201 201
            POST /api/v1/auth/second-factor/confirmation         401   409 409 409 409
            POST /api/v1/auth/second-factor/removal              401   409 409 409 409
            GET  /api/v1/me                                      401   200 200 200 200
            GET  /api/v1/seminars                                200   200 200 200 200
            GET  /api/v1/seminars/{id}                           200   200 200 200 200
            GET  /api/v1/seminars/calendar.ics                   200   200 200 200 200
            GET  /api/v1/seminars/{id}/calendar.ics              200   200 200 200 200
            POST /api/v1/seminars                                401   403 403 201 403
            PUT  /api/v1/seminars/{id}                           401   403 403 200 403
            POST /api/v1/seminars/{id}/preview                   401   403 403 200 403
            POST /api/v1/seminars/{id}/publication               401   403 403 200 403
            POST /api/v1/seminars/{id}/copy                      401   403 403 201 403
            GET  /api/v1/seminars/{id}/registrations             401   403 403 200 403
            GET  /api/v1/seminars/{id}/registrations.{ending}    401   403 403 200 403
            GET  /api/v1/seminars/{id}/{document}.pdf            401   403 403 200 403
            GET  /api/v1/seminars/{id}/mail-merge.{ending}       401   403 403 200 403
            GET  /api/v1/kommunen                                200   200 200 200 200
            GET  /api/v1/kommunen/{ars}                          200   200 200 200 200
            POST /api/v1/kommunen/import                         401   403 403 200 403
            POST /api/v1/registrations/preview                   401   200 200 200 403
            POST /api/v1/registrations                           401   201 404 201 403
            GET  /api/v1/registrations                           401   200 200 200 403
            GET  /api/v1/registrations.{ending}                  401   200 200 200 403
            GET  /api/v1/registrations/{reference}               401   200 404 200 403
            POST /api/v1/registrations/{reference}/cancellation  401   200 404 200 403
            POST /api/v1/registrations/{reference}/cancellation/preview 401 200 404 200 403
            POST /api/v1/registrations/batch                     401   200 200 200 403
            POST /api/v1/registrations/{reference}/substitution  401   200 404 200 403
            PUT  /api/v1/registrations/{reference}/participant   401   200 404 200 403
            POST /api/v1/registrations/{reference}/rebooking     401   200 404 200 403
            POST /api/v1/registrations/{reference}/rebooking/preview 401 200 404 200 403
            POST /api/v1/registrations/{reference}/promotion     401   403 403 409 403
            POST /api/v1/registrations/{reference}/fee           401   403 403 200 403
            POST /api/v1/registrations/{reference}/correction    401   403 403 409 403
            POST /api/v1/seminars/{id}/cancellation              401   403 403 200 403
            GET  /api/v1/seminars/{id}/attendance                401   403 403 200 403
            PUT  /api/v1/seminars/{id}/attendance                401   403 403 409 403
            POST /api/v1/seminars/{id}/closing                   401   403 403 409 403
            GET  /api/v1/registrations/{reference}/{document}.pdf 401  200 404 200 403
            GET  /api/v1/registrations/{reference}/certificate   401   404 404 404 403
            POST /api/v1/registrations/{reference}/certificate/reissue 401 403 403 409 403
            POST /api/v1/registrations/{reference}/certificate/withdrawal 401 403 403 409 403
            POST /api/v1/certificates/check                      200   200 200 200 200
            GET  /api/v1/budget                                  401   403 403 200 200
            GET  /api/v1/budget.{ending}                          401   403 403 200 200
            GET  /api/v1/budget/waiting                           401   403 403 200 200
            GET  /api/v1/budget/entries                          401   403 403 403 200
            GET  /api/v1/budget/entries.{ending}                 401   403 403 403 200
            GET  /api/v1/budget/course                           401   403 403 200 200
            GET  /api/v1/budget/whatif                           401   403 403 403 200
            GET  /api/v1/budget/course.{ending}                  401   403 403 200 200
            GET  /api/v1/reports/forecast                        401   403 403 403 200
            GET  /api/v1/reports/forecast.{ending}                401   403 403 403 200
            GET  /api/v1/reports/coverage                        401   403 403 403 200
            GET  /api/v1/reports/coverage.{ending}               401   403 403 403 200
            GET  /api/v1/reports/coverage/kommunen               401   403 403 403 200
            POST /api/v1/places/earlier-use                      401   403 403 200 200
            GET  /api/v1/figures                                 200   200 200 200 200
            GET  /api/v1/figures.{ending}                        200   200 200 200 200
            GET  /api/v1/figures/dcat.jsonld                     200   200 200 200 200
            GET  /api/v1/audit/chain                             401   403 403 200 200
            GET  /api/v1/audit/chain.{ending}                    401   403 403 200 200
            GET  /api/v1/audit.{ending}                          401   403 403 200 200
            POST /api/v1/budget/adjustments                      401   403 403 403 200
            GET  /api/v1/programme                               401   403 403 403 200
            PUT  /api/v1/programme                               401   403 403 403 200
            GET  /api/v1/periods                                 401   403 403 403 200
            GET  /api/v1/periods.{ending}                         401   403 403 403 200
            GET  /api/v1/periods/{id}                            401   403 403 403 200
            POST /api/v1/periods                                 401   403 403 403 201
            POST /api/v1/periods/{id}/carry-over                 401   403 403 403 409
            POST /api/v1/periods/{id}/withdrawal                 401   403 403 403 409
            GET  /api/v1/budget/audit                            401   403 403 200 200
            GET  /api/v1/audit                                   401   403 403 200 200
            GET  /api/v1/mails                                   401   403 403 200 403
            GET  /api/v1/mails/{mail}                            401   403 403 200 403
            POST /api/v1/mails/{mail}/delivery                   401   403 403 200 403
            POST /api/v1/mails/deliveries                        401   403 403 200 403
            GET  /api/v1/accounts                                401   200 200 200 200
            GET  /api/v1/accounts/{id}                           401   200 404 200 403
            POST /api/v1/accounts/{id}/deactivation              401   200 404 200 403
            POST /api/v1/accounts/{id}/activation                401   200 404 200 403
            POST /api/v1/accounts/{id}/kommune                   401   403 403 200 403
            POST /api/v1/accounts/{id}/second-factor-removal     401   409 404 409 403
            POST /api/v1/invitations                             401   201 404 201 403
            GET  /api/v1/invitations                             401   200 200 200 200
            POST /api/v1/invitations/bulk                        401   403 403 200 403
            DELETE /api/v1/invitations/{id}                      401   204 404 204 403
            POST /einladungen/{id}/zurueckziehen                 401   303 404 303 403
            GET  /                                               200   200 200 200 200
            GET  /antwort                                        200   200 200 200 200
            GET  /barrierefreiheit                               200   200 200 200 200
            GET  /impressum                                      200   200 200 200 200
            GET  /datenschutz                                    200   200 200 200 200
            GET  /hilfe                                          200   200 200 200 200
            GET  /pruefen                                        200   200 200 200 200
            POST /pruefen                                        200   200 200 200 200
            GET  /einloggen                                      200   303 303 303 303
            GET  /einloggen/verzeichnis                          404   404 404 404 404
            POST /einloggen                                      303   303 303 303 303
            POST /einloggen/code                                 401   401 401 401 401
            GET  /passwort-vergessen                             200   200 200 200 200
            POST /passwort-vergessen                             303   303 303 303 303
            GET  /passwort-neu                                   404   404 404 404 404
            GET  /passwort-neu/{token}                           404   404 404 404 404
            POST /passwort-neu                                   404   404 404 404 404
            GET  /konto                                          login 200 200 200 200
            POST /konto/passwort                                 401   303 303 303 303
            POST /konto/sitzungen/{id}/beenden                   401   404 404 404 404
            POST /konto/ueberall-ausloggen                       401   303 303 303 303
            GET  /konto/zweiter-faktor                           login 200 200 200 200
            POST /konto/zweiter-faktor                           401   200 200 200 200
            POST /konto/zweiter-faktor/bestaetigen               401   409 409 409 409
            GET  /konto/zweiter-faktor/abschalten                login 200 200 200 200
            POST /konto/zweiter-faktor/abschalten                401   409 409 409 409
            GET  /kollegen                                       login 200 200 403 403
            POST /kollegen                                       401   200 200 403 403
            GET  /kollegen/{id}/sperren                          login 200 404 403 403
            POST /kollegen/{id}/sperren                          401   303 404 403 403
            POST /kollegen/{id}/freigeben                        401   303 404 403 403
            GET  /kollegen/{id}/zweiter-faktor                   login 200 404 403 403
            POST /kollegen/{id}/zweiter-faktor                   401   409 404 403 403
            POST /ausloggen                                      303   303 303 303 303
            GET  /sitzung                                        401   204 204 204 204
            GET  /.well-known/security.txt                       200   200 200 200 200
            GET  /einladung                                      404   404 404 404 404
            GET  /einladung/{token}                              404   404 404 404 404
            POST /einladung                                      404   404 404 404 404
            GET  /start                                          login 200 200 200 303
            GET  /seminare                                       200   200 200 200 200
            GET  /seminare/{id}                                  200   200 200 200 200
            GET  /seminare/kalender                              200   200 200 200 200
            GET  /seminare/neu                                   login 403 403 200 403
            POST /seminare/neu                                   401   403 403 303 403
            GET  /seminare/{id}/bearbeiten                       login 403 403 200 403
            POST /seminare/{id}/bearbeiten                       401   403 403 303 403
            GET  /seminare/{id}/bearbeiten/pruefen/{entry}       login 403 403 404 403
            POST /seminare/{id}/bearbeiten/pruefen/{entry}       401   403 403 404 403
            GET  /erledigt/{entry}                               login 404 404 404 404
            GET  /seminare/{id}/kopieren                         login 403 403 200 403
            POST /seminare/{id}/kopieren                         401   403 403 303 403
            GET  /seminare/{id}/veroeffentlichen                 login 403 403 200 403
            POST /seminare/{id}/veroeffentlichen                 401   403 403 303 403
            GET  /seminare/{id}/teilnehmende                     login 403 403 200 403
            GET  /seminare/{id}/teilnehmende.{ending}            login 403 403 200 403
            GET  /seminare/{id}/{document}.pdf                   login 403 403 200 403
            GET  /seminare/{id}/serienbrief.{ending}             login 403 403 200 403
            GET  /anmeldungen                                    login 200 200 200 403
            GET  /anmeldungen.{ending}                           login 200 200 200 403
            GET  /anmeldungen/neu                                login 200 200 200 403
            POST /anmeldungen/neu                                401   303 404 303 403
            GET  /anmeldungen/neu/{entry}                        login 404 404 404 403
            POST /anmeldungen/neu/{entry}                        401   404 404 404 403
            GET  /anmeldungen/{reference}                        login 200 404 200 403
            GET  /anmeldungen/{reference}/stornieren             login 200 404 200 403
            POST /anmeldungen/{reference}/stornieren             401   303 404 303 403
            GET  /anmeldungen/zu-zweit                           login 200 200 403 403
            POST /anmeldungen/zu-zweit                           401   400 400 403 403
            GET  /anmeldungen/zu-zweit/{entry}                   login 404 404 403 403
            POST /anmeldungen/zu-zweit/{entry}                   401   404 404 403 403
            GET  /anmeldungen/einlesen                           login 403 403 200 403
            POST /anmeldungen/einlesen                           401   403 403 400 403
            GET  /anmeldungen/einlesen/vorlage.{ending}          login 403 403 200 403
            GET  /anmeldungen/einlesen/liste/{entry}             login 403 403 404 403
            POST /anmeldungen/einlesen/liste/{entry}             401   403 403 404 403
            GET  /anmeldungen/einlesen/liste/{entry}/nachbessern.{ending} login 403 403 404 403
            GET  /anmeldungen/{reference}/angaben                login 200 404 200 403
            POST /anmeldungen/{reference}/angaben                401   303 404 303 403
            GET  /anmeldungen/{reference}/ersetzen               login 200 404 200 403
            POST /anmeldungen/{reference}/ersetzen               401   303 404 303 403
            GET  /anmeldungen/{reference}/ersetzen/{entry}       login 404 404 404 403
            POST /anmeldungen/{reference}/ersetzen/{entry}       401   404 404 404 403
            GET  /anmeldungen/{reference}/umbuchen               login 200 404 200 403
            GET  /anmeldungen/{reference}/umbuchen/pruefen       login 303 404 303 403
            POST /anmeldungen/{reference}/umbuchen/pruefen       401   303 404 303 403
            GET  /anmeldungen/{reference}/ergebnis               login 200 404 200 403
            GET  /anmeldungen/{reference}/nachruecken            login 403 403 200 403
            POST /anmeldungen/{reference}/nachruecken            401   403 403 409 403
            GET  /anmeldungen/{reference}/betrag                 login 403 403 200 403
            POST /anmeldungen/{reference}/betrag                 401   403 403 303 403
            GET  /anmeldungen/{reference}/berichtigen            login 403 403 200 403
            POST /anmeldungen/{reference}/berichtigen            401   403 403 409 403
            GET  /seminare/{id}/teilnahme                        login 403 403 200 403
            POST /seminare/{id}/teilnahme                        401   403 403 409 403
            GET  /seminare/{id}/abschliessen                     login 403 403 200 403
            POST /seminare/{id}/abschliessen                     401   403 403 409 403
            GET  /seminare/{id}/absagen                          login 403 403 200 403
            POST /seminare/{id}/absagen                          401   403 403 303 403
            GET  /seminare/{id}/absagen/pruefen/{entry}          login 403 403 404 403
            POST /seminare/{id}/absagen/pruefen/{entry}          401   403 403 404 403
            GET  /anmeldungen/{reference}/{document}.pdf         login 200 404 200 403
            GET  /anmeldungen/{reference}/bescheinigung          login 403 403 404 403
            POST /anmeldungen/{reference}/bescheinigung/neu-ausstellen 401 403 403 404 403
            POST /anmeldungen/{reference}/bescheinigung/zurueckziehen 401 403 403 404 403
            GET  /kommunen                                       login 403 403 200 200
            GET  /kommunen.{ending}                              login 403 403 200 200
            GET  /kommunen/import                                login 403 403 200 403
            POST /kommunen/import                                401   403 403 200 403
            GET  /kommunen/import/{hash}                         login 403 403 200 403
            POST /kommunen/import/{hash}                         401   403 403 409 403
            GET  /budget                                         login 403 403 200 200
            GET  /budget.{ending}                                 login 403 403 200 200
            GET  /budget/anpassen                                login 403 403 403 200
            POST /budget/anpassen                                401   403 403 403 303
            GET  /budget/anpassen/pruefen/{entry}                login 403 403 403 404
            POST /budget/anpassen/pruefen/{entry}                401   403 403 403 404
            GET  /einstellungen                                  login 403 403 403 200
            POST /einstellungen                                  401   403 403 403 303
            GET  /einstellungen/pruefen/{entry}                  login 403 403 403 404
            POST /einstellungen/pruefen/{entry}                  401   403 403 403 404
            GET  /zeitraeume                                     login 403 403 403 200
            GET  /zeitraeume.{ending}                             login 403 403 403 200
            POST /zeitraeume                                     401   403 403 403 303
            GET  /zeitraeume/pruefen/{entry}                     login 403 403 403 404
            POST /zeitraeume/pruefen/{entry}                     401   403 403 403 404
            GET  /zeitraeume/{id}/uebertragen                    login 403 403 403 200
            POST /zeitraeume/{id}/uebertragen                    401   403 403 403 409
            GET  /zeitraeume/{id}/uebertragen/pruefen/{entry}    login 403 403 403 404
            POST /zeitraeume/{id}/uebertragen/pruefen/{entry}    401   403 403 403 404
            GET  /zeitraeume/{id}/zurueckziehen                  login 403 403 403 200
            POST /zeitraeume/{id}/zurueckziehen                  401   403 403 403 409
            GET  /zeitraeume/{id}/zurueckziehen/pruefen/{entry}  login 403 403 403 404
            POST /zeitraeume/{id}/zurueckziehen/pruefen/{entry}  401   403 403 403 404
            GET  /einstellungen/erste-personen                   login 403 403 403 200
            POST /einstellungen/erste-personen                   401   403 403 403 303
            GET  /einstellungen/erste-personen/pruefen/{entry}   login 403 403 403 404
            POST /einstellungen/erste-personen/pruefen/{entry}   401   403 403 403 404
            GET  /api/v1/programme/first-persons                 401   403 403 403 200
            PUT  /api/v1/programme/first-persons                 401   403 403 403 200
            GET  /mails                                          login 403 403 200 403
            GET  /mails/{mail}                                   login 403 403 200 403
            GET  /mails/{mail}/html                              login 403 403 200 403
            GET  /mails/{mail}/termine.ics                       login 403 403 200 403
            POST /mails/{mail}/erneut                            401   403 403 303 403
            POST /mails/erneut                                   401   403 403 303 403
            GET  /budget/verlauf.{ending}                        login 403 403 200 200
            GET  /prognose                                       login 403 403 403 200
            GET  /prognose.{ending}                               login 403 403 403 200
            GET  /prognose/was-waere-wenn                        login 403 403 403 200
            GET  /prognose/was-waere-wenn.{ending}                login 403 403 403 200
            GET  /abdeckung                                      login 403 403 403 200
            GET  /abdeckung.{ending}                             login 403 403 403 200
            GET  /abdeckung/kommunen                             login 403 403 403 200
            GET  /abdeckung/kommunen.{ending}                    login 403 403 403 200
            GET  /abdeckung/fruehere                             login 403 403 200 200
            POST /abdeckung/fruehere                             401   403 403 303 303
            GET  /abdeckung/fruehere/vorschau/{entry}            login 403 403 404 404
            POST /abdeckung/fruehere/vorschau/{entry}            401   403 403 404 404
            GET  /zahlen                                         200   200 200 200 200
            GET  /zahlen.{ending}                                200   200 200 200 200
            GET  /protokoll                                      login 403 403 200 200
            GET  /protokoll.{ending}                             login 403 403 200 200
            GET  /protokoll/pruefung                             login 403 403 200 200
            GET  /protokoll/pruefung.{ending}                    login 403 403 200 200
            GET  /zugaenge                                       login 403 403 200 200
            POST /zugaenge                                       401   403 403 200 403
            GET  /zugaenge/einladen                              login 403 403 200 403
            GET  /zugaenge/einladen/vorlage.{ending}             login 403 403 200 403
            POST /zugaenge/einladen                              401   403 403 303 403
            GET  /zugaenge/einladen/vorschau/{entry}             login 403 403 404 403
            POST /zugaenge/einladen/senden                       401   403 403 200 403
            GET  /zugaenge/{id}                                  login 403 403 200 403
            POST /zugaenge/{id}/sperren                          401   403 403 303 403
            POST /zugaenge/{id}/freigeben                        401   403 403 303 403
            POST /zugaenge/{id}/kommune                          401   403 403 303 403
            POST /zugaenge/{id}/zweiter-faktor                   401   403 403 409 403
            GET  /buchungen                                      login 403 403 403 200
            GET  /api/v1/claims                                  401   403 403 200 200
            GET  /api/v1/claims.{ending}                          401   403 403 200 200
            GET  /api/v1/claims/{id}                             401   403 403 200 200
            GET  /api/v1/claims/{id}/claim.{ending}              401   403 403 200 200
            GET  /api/v1/claims/{id}/claim.pdf                   401   403 403 200 200
            POST /api/v1/claims                                  401   403 403 201 403
            PUT  /api/v1/claims/{id}                             401   403 403 200 403
            POST /api/v1/claims/{id}/submission                  401   403 403 200 403
            POST /api/v1/claims/{id}/return                      401   403 403 403 200
            POST /api/v1/claims/{id}/approval                    401   403 403 403 200
            POST /api/v1/claims/{id}/payment                     401   403 403 403 200
            GET  /api/v1/proof-of-use.{ending}                   401   403 403 200 200
            GET  /api/v1/proof-of-use.pdf                        401   403 403 200 200
            POST /api/v1/proof-of-use.pdf                        401   403 403 200 200
            GET  /api/v1/proof-of-use                             401   403 403 200 200
            POST /api/v1/proof-of-use.{ending}                   401   403 403 200 200
            GET  /api/v1/periods/{id}/plan                       401   403 403 403 404
            PUT  /api/v1/periods/{id}/plan                       401   403 403 403 200
            GET  /api/v1/proofs                                  401   403 403 200 200
            POST /api/v1/proofs                                  401   403 403 201 403
            GET  /api/v1/proofs/{id}                             401   403 403 200 200
            GET  /api/v1/proofs/{id}.{ending}                    401   403 403 200 200
            GET  /api/v1/proofs/{id}.pdf                         401   403 403 200 200
            POST /api/v1/proofs/{id}/acceptance                  401   403 403 403 409
            GET  /zeitraeume/{id}/plan                           login 403 403 403 200
            POST /zeitraeume/{id}/plan                           401   403 403 403 303
            GET  /zeitraeume/{id}/plan/pruefen/{entry}           login 403 403 403 404
            POST /zeitraeume/{id}/plan/pruefen/{entry}           401   403 403 403 404
            GET  /verwendungsnachweis/erstellen                  login 403 403 200 403
            POST /verwendungsnachweis/erstellen                  401   403 403 303 403
            GET  /verwendungsnachweis/erstellen/pruefen/{entry}  login 403 403 404 403
            POST /verwendungsnachweis/erstellen/pruefen/{entry}  401   403 403 404 403
            GET  /verwendungsnachweis/{id}                       login 403 403 200 200
            GET  /verwendungsnachweis/{id}/nachweis.pdf          login 403 403 200 200
            GET  /verwendungsnachweis/{id}/nachweis.{ending}     login 403 403 200 200
            POST /verwendungsnachweis/{id}/abnehmen              401   403 403 403 409
            GET  /verwendungsnachweis/{id}/abnehmen/pruefen/{entry} login 403 403 403 404
            POST /verwendungsnachweis/{id}/abnehmen/pruefen/{entry} 401 403 403 403 404
            GET  /pruefen/datei                                  200   200 200 200 200
            POST /pruefen/datei                                  200   200 200 200 200
            GET  /verwendungsnachweis                            login 403 403 200 200
            GET  /verwendungsnachweis.{ending}                   login 403 403 200 200
            GET  /verwendungsnachweis.pdf                        login 403 403 200 200
            POST /verwendungsnachweis/mit-namen                  401   403 403 200 200
            GET  /mittelabrufe                                   login 403 403 200 200
            GET  /mittelabrufe.{ending}                           login 403 403 200 200
            POST /mittelabrufe                                   401   403 403 303 403
            GET  /mittelabrufe/{id}                              login 403 403 200 200
            GET  /mittelabrufe/{id}/mittelabruf.{ending}         login 403 403 200 200
            GET  /mittelabrufe/{id}/mittelabruf.pdf              login 403 403 200 200
            POST /mittelabrufe/{id}/neu-zusammenstellen          401   403 403 303 403
            POST /mittelabrufe/{id}/einreichen                   401   403 403 303 403
            POST /mittelabrufe/{id}/zurueckgeben                 401   403 403 403 303
            POST /mittelabrufe/{id}/genehmigen                   401   403 403 403 303
            GET  /mittelabrufe/{id}/zahlung                      login 403 403 403 200
            POST /mittelabrufe/{id}/zahlung                      401   403 403 403 303
            GET  /mittelabrufe/{id}/zahlung/pruefen/{entry}      login 403 403 403 404
            POST /mittelabrufe/{id}/zahlung/pruefen/{entry}      401   403 403 403 404
            GET  /buchungen.{ending}                             login 403 403 403 200
            GET  /personendaten                                  login 403 403 200 403
            POST /personendaten/auskunft                         401   403 403 200 403
            POST /personendaten/loeschung                        401   403 403 200 403
            GET  /loeschungen                                    login 403 403 200 403
            GET  /loeschungen.{ending}                           login 403 403 200 403
            POST /loeschungen                                    401   403 403 303 403
            GET  /api/v1/people                                  401   403 403 200 403
            POST /api/v1/people/report                           401   403 403 200 403
            POST /api/v1/people/report.pdf                       401   403 403 200 403
            POST /api/v1/people/erasure                          401   403 403 200 403
            GET  /api/v1/deletions                               401   403 403 200 403
            GET  /api/v1/deletions.{ending}                      401   403 403 200 403
            GET  /api/v1/deletions/due                           401   403 403 200 403
            POST /api/v1/deletions                               401   403 403 200 403
            """;

    /** Auditors may fetch names as the Ministry may: with a reason that is audited. */
    private static final Set<String> ALSO_OPEN_TO_AUDITORS = Set.of(
            "POST /verwendungsnachweis/mit-namen",
            "POST /api/v1/proof-of-use.pdf",
            "POST /api/v1/proof-of-use.{ending}");

    /** Pages that are nothing but a form of the Ministry. */
    private static final Set<String> NOT_FOR_AUDITORS = Set.of(
            "GET /budget/anpassen",
            "GET /zeitraeume/{id}/uebertragen",
            "GET /zeitraeume/{id}/zurueckziehen",
            "GET /abdeckung/fruehere",
            "GET /mittelabrufe/{id}/zahlung");

    private AccessMatrix() {}

    /** Who comes, in the order of the columns. */
    enum Who {
        NOBODY,
        OWN,
        OTHER,
        NSI,
        MINISTRY,
        AUDITOR
    }

    static List<String> routes() {
        return MATRIX.lines()
                .map(line -> line.replaceAll(" +", " ").strip())
                .map(row -> row + " " + dueToAuditors(row.split(" ")))
                .toList();
    }

    /** They read what the Ministry reads, and change only what everybody may change who is signed in. */
    private static String dueToAuditors(String[] cells) {
        String route = cells[0] + " " + cells[1];
        String ministry = cells[2 + Who.MINISTRY.ordinal()];
        boolean same = "GET".equals(cells[0])
                ? !NOT_FOR_AUDITORS.contains(route)
                : ALSO_OPEN_TO_AUDITORS.contains(route)
                        || Stream.of(Who.OWN, Who.OTHER, Who.NSI)
                                .allMatch(who -> cells[2 + who.ordinal()].equals(ministry));
        return same ? ministry : "403";
    }

    /** A role that may send that form: the NSI where it may, else the Ministry, else personnel staff. */
    static Role mayPost(String path) {
        return may("POST", path);
    }

    /** A role that may see that. */
    static Role mayGet(String path) {
        return may("GET", path);
    }

    private static Role may(String method, String path) {
        String[] cells = routes().stream()
                .map(row -> row.split(" "))
                .filter(row -> row[0].equals(method) && row[1].equals(path))
                .findFirst()
                .orElseThrow();
        return !"403".equals(cells[2 + Who.NSI.ordinal()])
                ? Role.NSI
                : !"403".equals(cells[2 + Who.MINISTRY.ordinal()]) ? Role.MINISTRY : Role.KOMMUNE;
    }

    /** Everything that changes something, as far as somebody who is signed in may do it. */
    static List<String> acts() {
        return routes().stream()
                .map(row -> row.split(" "))
                .filter(cells -> "POST PUT DELETE".contains(cells[0]))
                .filter(cells -> !cells[2 + who(cells).ordinal()].startsWith("4"))
                .map(cells -> cells[0] + " " + cells[1])
                .toList();
    }

    /** Whom it is done for, else who is refused only because of how things stand. */
    private static Who who(String[] cells) {
        return Stream.of(Set.of("200", "201", "204", "303"), Set.of("400", "409"))
                .flatMap(due ->
                        Stream.of(Who.OWN, Who.NSI, Who.MINISTRY).filter(who -> due.contains(cells[2 + who.ordinal()])))
                .findFirst()
                .orElse(Who.NOBODY);
    }

    /** The same, or this one where nobody who is signed in may. */
    static Who whoMay(String act, Who otherwise) {
        Who who = whoMay(act);
        return who == Who.NOBODY ? otherwise : who;
    }

    /** Who may look at that page. */
    static Who whoMaySee(String route) {
        return whoMay("GET " + route);
    }

    /** Who may do that: staff of the Kommune, else the NSI, else the Ministry. */
    static Who whoMay(String act) {
        String[] cells = routes().stream()
                .filter(row -> row.startsWith(act + " "))
                .findFirst()
                .orElseThrow()
                .split(" ");
        return who(cells);
    }
}
