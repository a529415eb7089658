// Leaving replaces this page in the history, so that Back does not return to it. Pressing Esc three times within five seconds leaves too.
export function quickExit () {
  const link = document.querySelector('[data-quick-exit]')
  if (!link) return
  const leave = () => {
    document.body.hidden = true
    window.location.replace(link.href)
  }
  link.addEventListener('click', event => {
    event.preventDefault()
    leave()
  })
  let presses = []
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return
    presses = [...presses.filter(at => event.timeStamp - at < 5000), event.timeStamp]
    if (presses.length >= 3) leave()
  })
}
