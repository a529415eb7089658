// Every page works without this file. It adds what GOV.UK Frontend adds, a quicker exit, live progress, and a word before a session ends.
import { initAll } from '../lib/govuk-frontend.min.js'
import { watchProgress } from './progress.js'
import { quickExit } from './exit.js'
import { warnBeforeSessionEnds } from './session.js'

initAll()
quickExit()
watchProgress()
warnBeforeSessionEnds()
