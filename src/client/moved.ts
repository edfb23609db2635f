/** On a page that stands where a record was: keeps the provision of an old link. Without this script the page leads to the record's beginning. */
const whole = document.querySelector<HTMLAnchorElement>('#moved-to');
const id = decodeURIComponent(location.hash.slice(1));
const own = id === '' || id === 'moved-to' ? null : document.getElementById(id);
const provision = own?.querySelector('a');
if (provision) location.replace(provision.href);
// A provision that was withdrawn: the page says so, and stays.
else if (own) document.querySelector('meta[http-equiv="refresh"]')?.remove();
else if (whole) location.replace(whole.hash === '' && id !== '' ? `${whole.href}#${id}` : whole.href);
