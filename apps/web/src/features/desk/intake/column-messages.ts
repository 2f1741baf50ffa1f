import { defineMessages } from '../../../shared/lib/messages.ts'

/** Words of saying which column of a file is which. */
export const columnMessages = defineMessages(
  {
    sayTitle: '“{file}”的各列是什么（{kind}）',
    sayLead: '为每一项选择文件中的列，下面是该列的前几个值（长号码已遮盖）。标题相同的下一份文件会照此读取，不再询问。',
    sayOthers: '其他可选的列（{count}）',
    sayNone: '文件中没有',
    sayNothing: '未选择列',
    saySamples: '值：{samples}',
    sayHead: '{header}（{first}）',
    sayNeeded: '这一项必须有：请选择列，或在文件中补上。',
    sayTwice: '这一列已用于另一项。',
    sayWrong: '还有 {count} 项没有选好。',
    sayDo: '照此读取',
    sayCancel: '不导入这份文件',
  },
  {
    sayTitle: 'What the columns of “{file}” are ({kind})',
    sayLead:
      'Choose a column of the file for each; below it stand its first values, long numbers disguised. The next file with the same headings is read like this without asking.',
    sayOthers: 'Other columns, if there are any ({count})',
    sayNone: 'Not in the file',
    sayNothing: 'No column chosen',
    saySamples: 'Values: {samples}',
    sayHead: '{header} ({first})',
    sayNeeded: 'This is needed: choose a column, or add it to the file.',
    sayTwice: 'This column is used for another one already.',
    sayWrong: '{count} choices are still to be made.',
    sayDo: 'Read it like this',
    sayCancel: 'Do not bring this file in',
  },
)
