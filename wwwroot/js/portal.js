// Every page works without this file. It adds what GOV.UK Frontend adds, a quicker exit, and live progress.
import { initAll } from '../lib/govuk-frontend.min.js'
import { watchProgress } from './progress.js'
import { quickExit } from './exit.js'

initAll()
quickExit()
watchProgress()
