import { dictionary } from '../../i18n/language.ts';

export const words = dictionary(
  {
    title: '待发送',
    why: '没有网络时写好的诉求先存在这台设备上，一有网络就自动发出，只会发一次。',
    none: '没有待发送的诉求。',
    waitingCount: (n: number) => `${n} 件诉求待发送，联网后自动发出`,
    sentCount: (n: number) => `${n} 件诉求已自动发出，请记下编号和查询码`,
    refusedCount: (n: number) => `${n} 件诉求没能发出，请看一看`,
    open: '查看',
    waiting: '待发送',
    sent: '已发出',
    refused: '没能发出',
    finished: (when: string) => `${when}写好`,
    photos: (there: number, all: number) => `附件已传 ${there}/${all} 个`,
    maybe: '上次发送没有收到回音，可能已经送到；会再发同一份来确认，不会重复登记。',
    sendNow: '现在发送',
    noNetwork: '还没有网络，暂时发不出去',
    change: '改一改',
    drop: '删除',
    dropSure: '真的删除',
    dropWhy: '删除后不会发送，也找不回来。',
    draftThere: '提诉求的页面上还有没写完的内容，请先提交或清空，再来改这一件。',
    noted: '我记下了，从这台设备清除',
    follow: '看进度',
    write: '再说一件事',
  },
  {
    title: 'To be sent',
    why: 'Requests finished without a connection wait on this device. Each is sent by itself, once, when there is one.',
    none: 'Nothing waits to be sent.',
    waitingCount: (n: number) =>
      n === 1
        ? 'One request waits; it is sent when you are online'
        : `${n} requests wait; they are sent when you are online`,
    sentCount: (n: number) =>
      n === 1
        ? 'One request has been sent; please note its number and code'
        : `${n} requests have been sent; please note their numbers and codes`,
    refusedCount: (n: number) =>
      n === 1 ? 'One request could not be sent; please look' : `${n} requests could not be sent; please look`,
    open: 'Open',
    waiting: 'Waiting',
    sent: 'Sent',
    refused: 'Not sent',
    finished: (when: string) => `Finished ${when}`,
    photos: (there: number, all: number) => `${there} of ${all} files uploaded`,
    maybe:
      'The last try had no answer, so it may have arrived. The same one is sent again to be sure; it is filed once.',
    sendNow: 'Send now',
    noNetwork: 'Still no connection; it cannot go yet',
    change: 'Change it',
    drop: 'Delete',
    dropSure: 'Really delete',
    dropWhy: 'It will not be sent and cannot be brought back.',
    draftThere: 'Another request is being written. Send it or empty it first, then change this one.',
    noted: 'Noted; clear it from this device',
    follow: 'Follow it',
    write: 'Tell us something else',
  },
);
