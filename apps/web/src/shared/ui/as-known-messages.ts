import { defineMessages } from '../lib/messages.ts'

export const asKnownMessages = defineMessages(
  {
    form: '查看过去某日',
    day: '按此日所知',
    hint: '留空为目前所知',
    show: '查看',
    past: '您在看过去：以下是 {date} 当日结束时机构掌握的情况，之后发生和登记的都不在其中。',
    noDeeds: '在此不能办理事项。',
    now: '回到现在',
  },
  {
    form: 'Look at a past day',
    day: 'As known on',
    hint: 'As known now when left empty',
    show: 'Show',
    past: 'You are looking at the past: this is what the office knew at the end of {date}. What happened or was recorded later is not in it.',
    noDeeds: 'Nothing can be done from here.',
    now: 'Back to now',
  },
)
