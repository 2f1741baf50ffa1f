import type { TeachingCase } from '@shebao/prisma/seed'

/** What somebody's record shows, in Chinese and English. */
export const teachingWords: Readonly<Record<TeachingCase, readonly [zh: string, en: string]>> = {
  PASSPORT_OF_TOUR: ['外国人，持护照', 'A foreigner with a passport'],
  PASSPORT: ['外国人，持护照', 'A foreigner with a passport'],
  PERMANENT_RESIDENT: ['外国人，持永久居留身份证（2023 版）', 'A foreigner with a permanent residence card of 2023'],
  PERMANENT_RESIDENT_2017: [
    '外国人，持永久居留身份证（2017 版）',
    'A foreigner with a permanent residence card of 2017',
  ],
  HONG_KONG: ['香港居民，持居住证', 'A Hong Kong resident with a residence permit'],
  MACAU: ['澳门居民，持居住证', 'A Macau resident with a residence permit'],
  TAIWAN: ['台湾居民，持居住证', 'A Taiwan resident with a residence permit'],
  HONG_KONG_TRAVEL_PERMIT: ['香港居民，持来往内地通行证', 'A Hong Kong resident with a travel permit'],
  TAIWAN_TRAVEL_PERMIT: ['台湾居民，持来往大陆通行证', 'A Taiwan resident with a travel permit'],
  GAP: ['换过单位，中间断缴两个月', 'Changed employers, two months not covered'],
  MOVED: ['换过单位，前后连续', 'Changed employers, no month lost'],
  TWO_EMPLOYERS: ['一个月由两个单位缴费，其中一份已退', 'A month paid by two employers, one of them refunded'],
  WORK_INJURY_ONLY: ['同时在两个单位，第二个只缴工伤保险', 'With two employers, the second for work injury only'],
  LEFT_OUT: ['入职后漏报两个月，已补缴', 'Two months left out after being hired, paid later'],
  RETIRES_SOON: ['即将退休', 'About to retire'],
  PAST_RETIREMENT: ['已到退休年龄，仍在申报', 'Past retirement, still declared'],
  EVENTFUL: [
    '三个单位、断缴、补缴、退费，临近退休；家人可查看',
    'Three employers; a gap; a back payment; a refund; near retirement; shared with family',
  ],
  EVENTFUL_ABROAD: [
    '外国人：三个单位、断缴、补缴、退费，临近退休',
    'A foreigner: three employers; a gap; a back payment; a refund; near retirement',
  ],
  RETIRED: ['两个月前退休停保', 'Retired and left two months ago'],
}
