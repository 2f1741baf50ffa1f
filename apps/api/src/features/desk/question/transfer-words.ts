import { definePaperWords } from '../../register/paper-template/index.ts'

type Word =
  | 'title'
  | 'subtitle'
  | 'to'
  | 'text'
  | 'person'
  | 'idNumber'
  | 'askedOn'
  | 'handedOn'
  | 'asked'
  | 'reason'
  | 'note'

/** What a transfer in writing says, beside what every paper does. */
export const transferWords = definePaperWords<Record<Word, string>>('QUESTION_TRANSFER', {
  'zh-CN': {
    title: '咨询事项移送函',
    subtitle: '编号 {number}',
    to: '移送至',
    text: '下列事项不属于本机构职责范围，依照《中华人民共和国社会保险法》第八十二条，现书面移送贵单位处理，请将处理结果告知提出人。',
    person: '提出人',
    idNumber: '社会保障号码',
    askedOn: '提出日期',
    handedOn: '移送日期',
    asked: '事项',
    reason: '移送理由',
    note: '本函已同时告知提出人。所附材料由提出人另行提交。',
  },
  en: {
    title: 'Transfer of a question',
    subtitle: 'No. {number}',
    to: 'Handed over to',
    text: 'This office is not competent for what follows. It is handed over to you in writing under article 82 of the Social Insurance Law; please tell the person what becomes of it.',
    person: 'Person',
    idNumber: 'Social security number',
    askedOn: 'Asked on',
    handedOn: 'Handed over on',
    asked: 'What was asked',
    reason: 'Why it is handed over',
    note: 'The person was told of this transfer. Papers they have are handed in by themselves.',
  },
})
