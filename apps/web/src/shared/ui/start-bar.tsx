import { Seal } from './seal.tsx'

/** What index.html shows while the application is on its way, until its first page is: nothing goes away again in between. */
export const StartBar = () => (
  <div className="start-bar" aria-hidden>
    <Seal />
    <span>社保 · Shebao</span>
  </div>
)
