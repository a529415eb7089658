// Before the page is drawn, so that nothing jumps: says that script runs and that the browser can load modules.
document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) document.body.classList.add('govuk-frontend-supported')
