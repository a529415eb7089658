// Two minutes before a session ends, says so, and lets the person stay. A page that is opened in another tab counts as use too.
const WARNING = 120_000
const tabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel('session') : null

export function warnBeforeSessionEnds () {
  const session = document.querySelector('[data-session-idle]')
  if (!session) return
  let used = Date.now()
  const last = used + 1000 * session.dataset.sessionLeft
  const idleEnd = () => used + 1000 * session.dataset.sessionIdle
  const use = () => {
    used = Date.now()
    tabs?.postMessage('used')
  }
  tabs?.addEventListener('message', () => { used = Date.now() })
  const wait = () => setTimeout(look, Math.min(30_000, Math.max(1000, Math.min(last, idleEnd()) - WARNING - Date.now())))
  const look = () => Math.min(last, idleEnd()) - Date.now() > WARNING ? wait() : warn(session, last <= idleEnd(), () => { use(); wait() })
  use()
  wait()
}

function warn (session, isLast, stay) {
  const dialog = document.createElement('dialog')
  dialog.className = 'app-session'
  dialog.setAttribute('aria-labelledby', 'session-heading')
  const add = (name, className, text) => {
    const element = dialog.appendChild(document.createElement(name))
    element.className = className
    element.textContent = text
    return element
  }
  const heading = add('h2', 'govuk-heading-m', 'You will be signed out in two minutes')
  heading.id = 'session-heading'
  const words = add('p', 'govuk-body', isLast
    ? 'A session lasts twelve hours at most. Save what you have typed now, or sign in again when you save it: it is kept for you.'
    : 'Nothing was opened for a while. What you have typed stays here if you stay signed in.')
  const button = add('button', 'govuk-button', isLast ? 'Close' : 'Stay signed in')
  button.addEventListener('click', async () => {
    if (!isLast) {
      try {
        const answer = await fetch(session.dataset.sessionStay, { cache: 'no-store' })
        if (!answer.ok || answer.redirected) throw new Error('ended')
        stay()
      } catch {
        heading.textContent = 'You are signed out'
        words.textContent = 'Save what you have typed: you are asked to sign in, and it is given back to you.'
        button.textContent = 'Close'
        isLast = true
        return
      }
    }
    dialog.close()
  })
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
}
