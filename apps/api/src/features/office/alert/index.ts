/** What other rooms use of `office/alert`: the server, that it looks at itself. */
export { watchAlerts } from './watch-alerts.ts'
