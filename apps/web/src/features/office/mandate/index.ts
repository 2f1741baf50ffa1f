/** What the frame of an employer shows of mandates. */
export { EmployerSwitch } from './employer-switch.tsx'
export { MandateEnded } from './late-notice.ts'
