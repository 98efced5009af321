"""Names of one place that are not spellings of each other's like, or that sources choose between.

A line is a place; its names stand apart by commas. Demonyms and short forms of one name do not belong here.
"""

from briefing_book.names import Key, key

_PLACES = """
Kyiv, Kiev
Kharkiv, Kharkov
Lviv, Lvov
Odesa, Odessa
Mykolaiv, Nikolaev, Nikolayev
Zaporizhzhia, Zaporizhia, Zaporizhzhya, Zaporozhye
Luhansk, Lugansk
Dnipro, Dnepr
Dnipropetrovsk, Dnepropetrovsk
Bakhmut, Artyomovsk, Artemovsk, Artemivsk
Kropyvnytskyi, Kirovohrad, Kirovograd
Chornobyl, Chernobyl
Chernihiv, Chernigov
Rivne, Rovno
Vinnytsia, Vinnitsa
Avdiivka, Avdeyevka
Donbas, Donbass
Belarus, Byelorussia, Belorussia
Homel, Gomel
Chisinau, Kishinev
Moldova, Moldavia
Transnistria, Pridnestrovie, Transdniestria
Kyrgyzstan, Kirghizia, Kyrgyz Republic
Astana, Nur-Sultan
Almaty, Alma-Ata
St Petersburg, Saint Petersburg, Leningrad
Nagorno-Karabakh, Artsakh
Stepanakert, Khankendi
Myanmar, Burma
Yangon, Rangoon
Mumbai, Bombay
Kolkata, Calcutta
Chennai, Madras
Bengaluru, Bangalore
Prayagraj, Allahabad
Beijing, Peking
Guangzhou, Canton
Tibet, Xizang
Xinjiang, East Turkestan
Taiwan, Chinese Taipei, Republic of China, Formosa
Ho Chi Minh City, Saigon
Cambodia, Kampuchea
Sri Lanka, Ceylon
Timor-Leste, East Timor
North Korea, DPRK, Democratic People's Republic of Korea
Turkey, Türkiye, Turkiye
Istanbul, Constantinople
Czechia, Czech Republic
North Macedonia, Macedonia, FYROM, Republic of Macedonia
Netherlands, Holland
Eswatini, Swaziland
Cape Verde, Cabo Verde
Ivory Coast, Côte d'Ivoire
DR Congo, Zaire
Burkina Faso, Upper Volta
Western Sahara, Sahrawi Republic
Iran, Persia
West Bank, Judea and Samaria
Jerusalem, al-Quds
Hebron, al-Khalil
Derry, Londonderry
Falkland Islands, Falklands, Islas Malvinas, Malvinas
Persian Gulf, Arabian Gulf
Pristina, Prishtina
Kosovo, Kosova
Vatican, Holy See
"""

PLACES: dict[Key, int] = {
    key(name): number for number, line in enumerate(_PLACES.strip().splitlines()) for name in line.split(", ")
}
"""For each name the number of its place."""
