import { defineMessages } from '../../../shared/lib/messages.ts'

/** Words around what an agent says. */
export const scriptMessages = defineMessages(
  {
    title: '话术',
    matter: '来电事项',
    choose: '请选择',
    none: '这个事项还没有话术。',
    overdue: '这份话术已过复核日期，拿不准的先不说，登记下来。',
    source: '依据：{source}',
    inEnglish: '来电人用英语：英文话术',
    inChinese: '来电人用普通话：中文话术',
    failed: '没有读到话术，请刷新后再看。',
  },
  {
    title: 'What to say',
    matter: 'What the call is about',
    choose: 'Please choose',
    none: 'There is no script for this yet.',
    overdue: 'This script is overdue for review: what you are not sure of, write down instead.',
    source: 'Written from: {source}',
    inEnglish: 'The caller chose English',
    inChinese: 'The caller chose Chinese',
    failed: 'The scripts could not be read. Reload the page.',
  },
)
