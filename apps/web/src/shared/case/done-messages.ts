import { defineMessages } from '../lib/messages.ts'

/** What was done with a case, on the page that comes next. */
export const doneMessages = defineMessages(
  {
    doneRETURN: '已退回“{name}”。',
    doneRECOMMEND: '已建议通过“{name}”，等待另一人复核。',
    doneACCEPT: '已核定“{name}”。',
  },
  {
    doneRETURN: 'Returned to {name}.',
    doneRECOMMEND: 'Recommended {name}; another person now decides.',
    doneACCEPT: 'Accepted {name}.',
  },
)
