import type { Language } from '@shebao/declaration-rules'
import { formWords } from '../declaration/index.ts'
import type { FormWords } from '../declaration/index.ts'

/** The words on the printed form besides the names of its fields and what every form says. `{…}` is filled in. */
export interface InspectionPaperWords extends FormWords {
  title: string
  people: string
  personnel: string
  monthlyAverage: string
  yes: string
  no: string
}

export const inspectionPaperWords: Readonly<Record<Language, InspectionPaperWords>> = {
  'zh-CN': {
    ...formWords['zh-CN'],
    title: '{year}年度社会保险年检申报表',
    people: '申报人数',
    personnel: '职工花名册（{count} 人）',
    monthlyAverage: '月平均工资',
    yes: '是',
    no: '否',
  },
  en: {
    ...formWords.en,
    title: 'Annual social insurance inspection {year}',
    people: 'People declared',
    personnel: 'Personnel ({count})',
    monthlyAverage: 'Monthly average',
    yes: 'Yes',
    no: 'No',
  },
}
