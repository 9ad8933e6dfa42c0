/**
 * Words that Vietnamese office workers make passwords of, without diacritics, the likeliest first: a guesser tries them
 * before any other. The order is the rank, so a new word goes where it belongs.
 */
export const likelyWords: readonly string[] = `
matkhau anhyeuem vietnam ubnd hoabinh mat khau yeuem anh em yeu toi ban viet nam hanoi ha noi saigon hoa binh phutho phu tho
xinchao chao camon cam on quantri quan tri admin vanthu van thu vanban van ban congvan cong congchuc chuc canbo can bo
nhanvien vien lanhdao lanh dao giamdoc giam doc chutich chu tich phongban phong chanhvanphong chanh coquan co
uybannhandan nhandan uyban uy nhan dan hdnd stttt snv stc stp skhdt sgddt syt sct sxd sgtvt snnptnt stnmt svhttdl sldtbxh vp vpubnd tt cntt
so noivu noi vu taichinh tai chinh tuphap tu phap kehoach ke hoach dautu dau giaoduc giao duc yte y te congthuong thuong
xaydung xay dung giaothong thong nongnghiep nong nghiep moitruong moi truong vanhoa van hoa laodong lao dong
thongtin tin truyenthong truyen huyen tinh xa phuong thitran thi tran thanhpho thanh pho quan
nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh quach ha bach
anh duc dung hai hung huong lan linh long mai minh my nga ngoc nhung phuong quang son thao thuy trang trung tuan tung
manh thang hieu nam nghia khanh khoa kien cuong dat thu hien hanh hang hoa hong van xuan yen chi giang dieu diep
gia dinh giadinh con gai contrai trai bo me ong ba co chu bac vo chong nha cua xe tien vang bac dat nuoc non song
mot hai ba bon nam sau bay tam chin muoi tram nghin nghin trieu ty
thang nam ngay tuan gio phut thu hai xuan ha thu dong tet giao thua sinh nhat sinhnhat
muong bi vang thung dong mai chau maichau kim boi kimboi luong lac son lacson lac thuy cao phong caophong da bac dabac
ky tan lac tanlac yen thuy song da songda doc cun
chucmung mung namm moi nammoi hanhphuc hanh phuc maiyeu mai yeu nhieu tinhyeu tinh ban be banbe thuong nho buon vui
dep xinh tot xau lon nho dai ngan cao thap manh yeu moi cu nong lanh
la va cua cho voi trong ngoai tren duoi khong co duoc nay kia do day roi chua se da dang
qwerty abc abcd abc123 123 1234 12345 123456 1234567 12345678 123456789 password pass iloveyou
`
  .trim()
  .split(/\s+/);
