export { MissingCalendar } from './missing-calendar.tsx'
