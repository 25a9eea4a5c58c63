export const shell = {
  menu: 'Menu',
  openMenu: 'Open the menu',
  mainNavigation: 'Main menu',
  account: 'Account of {name}',
  switchOrganisation: 'Switch organisation, currently: {name}',
} as const
