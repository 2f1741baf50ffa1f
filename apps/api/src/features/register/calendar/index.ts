/** What other features use of `register/calendar`: working days of the years that the office has published. */
export { calendarAudit } from './calendar.audit.ts'
export { CalendarMissing, findMissingYear, moveOffRestDay, workingCalendar } from './working-calendar.ts'
