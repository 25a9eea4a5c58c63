export const shell = {
  menu: 'Menu',
  openMenu: 'Open het menu',
  mainNavigation: 'Hoofdmenu',
  account: 'Account van {name}',
  switchOrganisation: 'Wissel van organisatie, nu: {name}',
} as const
