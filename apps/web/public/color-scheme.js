// Runs before the first paint, so that a dark page never flashes white; a file because the CSP allows no inline script.
(function () {
  var root = document.documentElement;
  var kept = null;
  var language = null;
  try {
    kept = window.localStorage.getItem('vanthu.color-scheme');
    language = window.localStorage.getItem('vanthu.language');
  } catch {
    kept = null;
  }
  var dark = kept === 'dark' || (kept !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  if (language === 'en') {
    root.lang = 'en';
  }
})();
