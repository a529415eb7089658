// Asks again every two seconds for the same piece of the page, until the answer no longer names an address to ask.
export function watchProgress () {
  document.querySelectorAll('[data-progress-url]').forEach(watch)
}

function watch (element) {
  setTimeout(async () => {
    try {
      const answer = await fetch(element.dataset.progressUrl, { headers: { Accept: 'text/html' } })
      if (!answer.ok) return watch(element)
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.app-progress')
      // A sign-in page, for instance: a reload shows the person what happened.
      if (!fresh) return window.location.reload()
      element.replaceWith(fresh)
      if (fresh.dataset.progressUrl) watch(fresh)
      else if (fresh.dataset.progressNext) window.location.assign(fresh.dataset.progressNext)
    } catch {
      watch(element)
    }
  }, 2000)
}
