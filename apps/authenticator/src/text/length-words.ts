/** A length of time in words, in the largest unit of which there are at least two. */

/** @param seconds of either sign, which is left out */
export function lengthInEnglish(seconds: number): string {
  return lengthIn(seconds, { s: 's', min: 'min', h: 'h', days: 'days' })
}

export function lengthInChinese(seconds: number): string {
  return lengthIn(seconds, { s: '秒', min: '分钟', h: '小时', days: '天' })
}

type Units = { readonly s: string; readonly min: string; readonly h: string; readonly days: string }

function lengthIn(seconds: number, units: Units): string {
  const whole = Math.abs(seconds)
  if (whole < 120) return `${whole} ${units.s}`
  if (whole < 7200) return `${Math.round(whole / 60)} ${units.min}`
  return whole < 172_800
    ? `${Math.round(whole / 3600)} ${units.h}`
    : `${Math.round(whole / 86_400)} ${units.days}`
}
