/** Chinese words of trusted browsers. */
import type { TrustedTexts } from './en-trusted.ts'

export const zhTrusted: TrustedTexts = {
  title: '受信任的浏览器',
  lead: '在这些浏览器中，仅凭密码即可登录。更改账号的操作仍会要求验证码。',
  list: '受信任',
  current: '此浏览器',
  since: '信任始于{time}',
  until: '至 {time}',
  used: '最近使用：{time}',
  remove: '移除',
  removeAll: '全部移除',
  removeTitle: (browser) => `不再信任 ${browser}？`,
  removeBody: '下次在那里登录时会要求验证码。若它是仅凭密码登录的，将退出登录，此浏览器除外。',
  removeAllTitle: '不再信任任何浏览器？',
  removeAllBody: '下次在其中任何一个登录时都会要求验证码。其他仅凭密码登录的浏览器将退出登录。',
  removed: '浏览器已移除。',
  removedAll: (count) => `已移除 ${count} 个浏览器。`,
  emptyTitle: '没有受信任的浏览器',
  emptyBody: '在只有您使用的设备上登录时，勾选验证码旁的“信任此浏览器”。',
  offTitle: '未启用信任浏览器',
  offBody: '在此账号中，每次登录都会要求验证码。',
  rowNone: '每次登录都会要求验证码',
  rowSome: '在其中仅凭密码即可登录；最近使用：{time}',
  badge: (count) => `${count} 个浏览器`,
  badgeNone: '无',
  see: '查看受信任的浏览器',
}
