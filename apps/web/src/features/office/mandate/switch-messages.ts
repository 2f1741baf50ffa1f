import { defineMessages } from '../../../shared/lib/messages.ts'

/** What stands in the top bar before anything is pressed. */
export const switchMessages = defineMessages(
  {
    switch: '切换单位，当前：{name}',
    unknown: '委托已终止',
  },
  {
    switch: 'Switch employer, now: {name}',
    unknown: 'Mandate ended',
  },
)
