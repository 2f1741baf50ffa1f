// English names of provinces, as the United Nations and the post write them, and of the cities that are pooling regions
// most often. Other places are named in Chinese with their province in English.

const PROVINCES: Readonly<Record<string, string>> = {
  '11': 'Beijing',
  '12': 'Tianjin',
  '13': 'Hebei',
  '14': 'Shanxi',
  '15': 'Inner Mongolia',
  '21': 'Liaoning',
  '22': 'Jilin',
  '23': 'Heilongjiang',
  '31': 'Shanghai',
  '32': 'Jiangsu',
  '33': 'Zhejiang',
  '34': 'Anhui',
  '35': 'Fujian',
  '36': 'Jiangxi',
  '37': 'Shandong',
  '41': 'Henan',
  '42': 'Hubei',
  '43': 'Hunan',
  '44': 'Guangdong',
  '45': 'Guangxi',
  '46': 'Hainan',
  '50': 'Chongqing',
  '51': 'Sichuan',
  '52': 'Guizhou',
  '53': 'Yunnan',
  '54': 'Tibet',
  '61': 'Shaanxi',
  '62': 'Gansu',
  '63': 'Qinghai',
  '64': 'Ningxia',
  '65': 'Xinjiang',
  '71': 'Taiwan',
  '81': 'Hong Kong',
  '82': 'Macao',
}

const CITIES: Readonly<Record<string, string>> = {
  '130100': 'Shijiazhuang',
  '140100': 'Taiyuan',
  '150100': 'Hohhot',
  '210100': 'Shenyang',
  '210200': 'Dalian',
  '220100': 'Changchun',
  '230100': 'Harbin',
  '320100': 'Nanjing',
  '320200': 'Wuxi',
  '320500': 'Suzhou',
  '330100': 'Hangzhou',
  '330200': 'Ningbo',
  '340100': 'Hefei',
  '350100': 'Fuzhou',
  '350200': 'Xiamen',
  '360100': 'Nanchang',
  '370100': 'Jinan',
  '370200': 'Qingdao',
  '410100': 'Zhengzhou',
  '420100': 'Wuhan',
  '430100': 'Changsha',
  '440100': 'Guangzhou',
  '440300': 'Shenzhen',
  '440400': 'Zhuhai',
  '440600': 'Foshan',
  '441900': 'Dongguan',
  '450100': 'Nanning',
  '460100': 'Haikou',
  '510100': 'Chengdu',
  '520100': 'Guiyang',
  '530100': 'Kunming',
  '540100': 'Lhasa',
  '610100': "Xi'an",
  '620100': 'Lanzhou',
  '630100': 'Xining',
  '640100': 'Yinchuan',
  '650100': 'Urumqi',
}

/** The English name of a province-level division or of a larger city; undefined for any other code. */
export function findEnglishRegionName(code: string): string | undefined {
  return code.endsWith('0000') ? findEnglishProvinceName(code) : CITIES[code]
}

export function findEnglishProvinceName(code: string): string | undefined {
  return PROVINCES[code.slice(0, 2)]
}
