/** Whole passwords of at least eight characters that guessers try first, in lower case and without disguise. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  words(`
    password password1 password12 password123 passwords passwort passwordpassword mypassword newpassword nopassword
    yourpassword thepassword password1234 password12345 pass1234 pass12345 passpass passw0rd p4ssw0rd password2
    motdepasse contrasena wachtwoord wachtwoord1 wachtwoord12 wachtwoord123 mijnwachtwoord nieuwwachtwoord
    geenwachtwoord wachtwoordwachtwoord wachtwoordvergeten geheimwachtwoord ditismijnwachtwoord geheim123 geheim1234
    topgeheim welkom01 welkom02 welkom12 welkom123 welkom1234 welkomwelkom welkom00 welkom10 welkom11 welkom99
    welkomterug welcome1 welcome12 welcome123 welcome1234 welcomehome changeme changeme1 changeme123 changeit
    changethis letmein1 letmein123 letmeinnow iloveyou iloveyou1 iloveyou2 iloveyou123 iloveyousomuch ikhouvanjou
    ikhouvanje ikhouvanmij ikhouvanmama houvanjou ikhouvaneten ikweethetniet ikweetniet weetikniet weetikveel
    zegiklekkerniet laatmeerin laatmebinnen sesamopenu openuopen opensesame sesamopen administrator admin123
    admin1234 admin12345 adminadmin adminpassword administrator1 root1234 rootroot toor1234 superuser superadmin
    superman superman1 batman123 spiderman spiderman1 ironman1 pokemon1 pokemon123 starwars starwars1 minecraft
    minecraft1 fortnite fortnite1 roblox123 football football1 football123 baseball baseball1 basketball volleybal
    voetbal1 voetbal123 voetballen hockey123 ajax1900 ajaxajax ajax1234 amsterdam amsterdam1 amsterdam020 feyenoord
    feyenoord1 feyenoord010 feyenoord1908 rotterdam rotterdam1 rotterdam010 psv1913psv psveindhoven eindhoven
    eindhoven040 utrecht030 denhaag070 groningen groningen050 nijmegen enschede apeldoorn amersfoort haarlem1
    zwolle038 maastricht leeuwarden deventer arnhem026 nederland nederland1 holland1 holland123 hollandia hupholland
    hupholland1 oranje123 oranje1988 koningsdag sinterklaas sinterklaas1 kerstmis kerstman paashaas carnaval
    sunshine sunshine1 sunflower princess princess1 prinses1 prinses123 prinsesje jennifer jennifer1 michelle
    michelle1 elizabeth alexander charlotte stephanie johannes johanna1 wilhelmina annemarie annemiek margriet
    marieke1 jeroen123 sander123 thomas123 daniel123 kimberly michael1 jordan23 hannah123 jessica1 dragon123
    monkey123 monkey12 shadow123 master123 mustang1 corvette ferrari1 mercedes mercedes1 porsche911 volkswagen
    computer computer1 computer123 internet internet1 samsung1 samsung123 iphone123 microsoft windows10 windows11
    windows7 facebook facebook1 facebook123 instagram whatsapp whatsapp1 linkedin linkedin1 snapchat1 youtube123
    google123 hotmail1 gmail123 netflix1 trustno1 trustnoone whatever whatever1 blahblah blablabla blabla123
    lollol123 lololol1 hahahaha bonjour123 hallo123 hallo1234 hallohallo hallo12345 hello123 hello1234 hellohello
    helloworld hoihoi123 hoihoihoi doei1234 abc12345 abcd1234 abcde123 abc123abc abc123def abcdef12 a1b2c3d4
    a1b2c3d4e5 aa123456 aa12345678 a12345678 a123456789 ab123456 qwerty12 qwerty123 qwerty1234 qwerty12345
    qwertyqwerty qwertz123 azerty123 azertyuiop asdf1234 asdfasdf asdasdasd asdfghjkl1 zxcvbnm1 zxcvbnm123 zaq12wsx
    zaq1zaq1 zaq1xsw2 1qaz2wsx 1qaz2wsx3edc 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4 q1w2e3r4t5 qazwsx123 qazwsxedc
    qweasdzxc qwe12345 qweasd123 12qwaszx 1a2b3c4d 1234qwer 123qweasd 12345qwert 123456qwerty 123456789a 12345678a
    123456abc 123abc123 1234abcd 123123123 12341234 123454321 11223344 1122334455 112233445566 123321123 147258369
    159357159 159753456 741852963 789456123 963852741 987654321 01012000 19701970 19801980 19851985 19901990
    20002000 12344321 13131313 52013140 55555555 31415926 314159265 27182818 00000001 00001111 10101010 121212121
    100200300 987456321 321321321 147852369 zorg1234 zorgzorg zorgkaart zorgkaart1 zorgkaart123 zorgkaartnederland
    zorginstelling thuiszorg thuiszorg1 ouderenzorg ziekenhuis ziekenhuis1 ziekenhuis123 huisarts huisarts1
    huisartsenpost apotheek apotheek1 apotheek123 verpleegster verpleegkundige verpleegkundige1 verpleeghuis
    fysiotherapie fysiotherapeut tandarts tandarts1 patient1 patient123 patienten keyholder keyholder1 pakkethouder
    beheerder beheerder1 beheerder123 gebruiker gebruiker1 gebruiker123 gebruikersnaam inloggen inloggen1 inlog123
    inlognaam tijdelijk tijdelijk1 tijdelijk01 temporary temppass temp1234 test1234 test12345 testtest testtest1
    testing1 testing123 tester123 demo1234 demodemo default1 guest123 guest1234 secret123 secret1234 secretsecret
    mysecret supersecret verysecret toegang1 toegang123 vakantie vakantie1 vakantie123 schatje1 schatje123 liefste1
    lieverd1 liefje123 knuffel1 knuffel123 pannenkoek pannenkoek1 stroopwafel appeltaart bloemetje vlinder1
    vlinder123 zonnetje zonnebloem zonneschijn regenboog paardrijden paardje1 hondje123 poesje123 konijntje
    kaassouffle bitterbal frikandel correcthorsebatterystaple logitech thunder1 lovelove lovely123 loveyou1
    loveme123 freedom1 butterfly chocolate chocolade cheesecake strawberry blink182 metallica nirvana1 access14
    killer123 hunter123 harley123 rangers1 yankees1 liverpool liverpool1 chelsea1 arsenal1 barcelona barcelona1
    manchester juventus realmadrid
  `),
)

/** Words that become a password by a year, a number or a sign beside them: "welkom2026", "Zomer26!". */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  words(`
    welkom welkomterug welcome hallo hello wachtwoord password passwort passw geheim secret login inloggen inlog
    toegang admin administrator beheer beheerder gebruiker user test tester testen demo tijdelijk temp changeme
    letmein lente voorjaar zomer herfst najaar winter spring summer autumn fall januari februari maart april mei
    juni juli augustus september oktober november december january february march may june july august october
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag monday tuesday wednesday thursday friday saturday
    sunday nederland holland oranje amsterdam rotterdam utrecht denhaag eindhoven groningen tilburg almere breda
    nijmegen arnhem haarlem zwolle leiden maastricht friesland zeeland brabant limburg gelderland drenthe ajax
    feyenoord psv voetbal zorg zorgkaart zorgkaartnederland zorgverlener zorginstelling thuiszorg ziekenhuis
    huisarts apotheek tandarts verpleeghuis verpleegkundige patient patienten kliniek praktijk kwaliteit
    communicatie review reviews waardering keyholder pakkethouder pakket vakantie kerst kerstmis sinterklaas pasen
    carnaval schatje liefde liefje lieverd prinses princess iloveyou ikhouvanjou sunshine football baseball dragon
    monkey master shadow qwerty azerty qwertz asdf asdfgh zxcvbn abc abcd abcdef computer internet samsung iphone
    google windows office microsoft
  `),
)

/** Along these a finger runs. The last two are the columns of the keyboard. */
export const KEYBOARD_ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '0123456789012345678901234567890',
  '`1234567890-=',
  '!@#$%^&*()_+',
  'qwertyuiop[]asdfghjkl;zxcvbnm,./',
  'qwertzuiopasdfghjklyxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/',
  'qazwsxedcrfvtgbyhnujmikolp',
] as const

function words(text: string): string[] {
  return text.trim().split(/\s+/)
}
