/** What other features use of `money/enforcement`. */
export { LiveEnforcement } from './live-enforcement.tsx'
