import { askOffice } from './ask-office.ts'
import { answerCall } from './workbench-port.ts'
import type { Call, Reply } from './workbench-port.ts'
import { WorkbenchSession } from './workbench-session.ts'

/** The lists live here: 50,000 people of three lists are loaded, searched and compared without the page noticing. */
const say = (reply: Reply) => globalThis.postMessage(reply)
const session = new WorkbenchSession(
  askOffice,
  (people) => say({ kind: 'people', people }),
  (state) => say({ kind: 'kept', state }),
)

globalThis.addEventListener('message', ({ data }: MessageEvent<Call>) => {
  void answerCall(session, data).then(say)
})
