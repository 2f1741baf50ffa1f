import { defineMessages } from '../lib/messages.ts'

export const readingAidsMessages = defineMessages(
  {
    readingAids: '字号与对比度',
    letter: '字',
    textSize100: '标准字号',
    textSize125: '大字号（125%）',
    textSize150: '特大字号（150%）',
    moreContrast: '高对比度',
  },
  {
    readingAids: 'Text size and contrast',
    letter: 'A',
    textSize100: 'Normal text',
    textSize125: 'Large text (125%)',
    textSize150: 'Very large text (150%)',
    moreContrast: 'High contrast',
  },
)
