'use strict';
// Everything works without this file; it only makes some things smoother.

// After a form came back with errors, the summary is read first.
document.querySelector('[data-focus]')?.focus();

// A menu closes again when somebody goes elsewhere.
const menus = document.querySelectorAll('.site-menu');
const close = except => menus.forEach(menu => menu !== except && menu.removeAttribute('open'));
document.addEventListener('click', event => close(event.target.closest('.site-menu')));
document.addEventListener('keydown', event => {
  const open = event.key === 'Escape' && document.querySelector('.site-menu[open]');
  if (open) {
    close();
    open.querySelector('summary').focus();
  }
});

// A second click on a button that sends a form is not sent again. Where a file comes back, this page stays and is used again.
document.addEventListener('submit', event => {
  const form = event.target;
  if (form.method === 'post' && !('download' in form.dataset)) {
    if (form.dataset.sent) {
      event.preventDefault();
    }
    form.dataset.sent = 'true';
  }
});
window.addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(form => delete form.dataset.sent));

// Warns two minutes before a session ends for want of work, and prolongs it on demand.
if (document.body.dataset.signedIn) {
  const IDLE = 30 * 60 * 1000;
  const WARNING = 2 * 60 * 1000;
  const dialog = document.createElement('dialog');
  dialog.className = 'kern-dialog session-warning';
  dialog.setAttribute('aria-labelledby', 'session-warning-title');
  dialog.innerHTML = '<h2 class="kern-title" id="session-warning-title">Ihre Sitzung endet in zwei Minuten</h2>'
    + '<p class="kern-body">Was Sie eingetragen haben, bleibt auch dann erhalten. Möchten Sie weiterarbeiten?</p>'
    + '<button type="button" class="kern-btn kern-btn--primary"><span class="kern-label">Weiterarbeiten</span></button>';
  document.body.append(dialog);
  const wait = () => setTimeout(() => dialog.showModal(), IDLE - WARNING);
  dialog.querySelector('button').addEventListener('click', async () => {
    dialog.close();
    await fetch('/sitzung');
    wait();
  });
  wait();
}
