/** Whole passwords that guessers of Dutch try and that are on no list of zxcvbn, in lower case, the commonest first. */
export const COMMON_PASSWORDS: readonly string[] = words(`
  ikhouvanje ikhouvanmij ikhouvanmama ikhouvaneten ikweethetniet ikweetniet weetikniet weetikveel zegiklekkerniet
  sesamopenu ditismijnwachtwoord iloveyousomuch correcthorsebatterystaple instagram whatsapp1 hotmail1 fortnite1
  roblox123 pannenkoek pannenkoek1 stroopwafel zonnebloem kaassouffle frikandel fysiotherapie fysiotherapeut
`)

/**
 * Words that become a password by a year, a number or a sign beside them, the commonest first: "welkom2026", "Zomer26!",
 * "zorgkaart2026". What people think of at this page, in this work and at this time of the year.
 */
export const COMMON_WORDS: readonly string[] = words(`
  welkom welkomterug welcome hallo hello wachtwoord password passwort passw geheim secret login inloggen inlog
  aanmelden toegang admin administrator beheer beheerder gebruiker user test tester testen demo tijdelijk temp
  changeme letmein keyholder pakkethouder pakket sleutel sleutelhouder
  lente voorjaar zomer herfst najaar winter spring summer autumn fall
  januari februari maart april mei juni juli augustus september oktober november december
  january february march may june july august october
  maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
  monday tuesday wednesday thursday friday saturday sunday
  zorg zorgkaart zorgkaartnederland zorgverlener zorginstelling zorgaanbieder zorggroep zorgcentrum thuiszorg
  ouderenzorg jeugdzorg kraamzorg ziekenhuis huisarts huisartsenpost apotheek tandarts verpleeghuis verpleging
  verpleegkundige verzorgende patient patienten client clienten bewoner bewoners dokter arts artsen kliniek praktijk
  poli polikliniek medisch medicijn gezond gezondheid kwaliteit register registratie communicatie team afdeling
  review reviews waardering
  nederland holland oranje amsterdam rotterdam utrecht denhaag eindhoven groningen tilburg almere breda nijmegen
  arnhem haarlem zwolle leiden maastricht friesland zeeland brabant limburg gelderland drenthe
  ajax feyenoord psv voetbal vakantie kerst kerstmis sinterklaas pasen carnaval schatje liefde liefje lieverd prinses
  princess iloveyou ikhouvanjou sunshine football baseball dragon monkey master shadow
  qwerty azerty qwertz asdf asdfgh zxcvbn abc abcd abcdef computer internet samsung iphone google windows office
  microsoft
`)

function words(text: string): string[] {
  return text.trim().split(/\s+/)
}
